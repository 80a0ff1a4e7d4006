package org.taagem.mlflow;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

import org.taagem.state.FileReason;

/** Certificates that are trusted in place of those that come with Java. */
final class Certificates {
    private Certificates() {}

    /**
     * Reads them.
     *
     * @param file one or more certificates, PEM
     * @throws MlflowException if the file cannot be read or holds none
     */
    static SSLContext trusting(Path file) throws MlflowException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            int count = 0;
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                trusted.setCertificateEntry("server-" + count++, certificate);
            }
            if (count == 0) {
                throw wrong(file, "it holds no certificate", new IOException("no certificate"));
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            return context(trust.getTrustManagers());
        } catch (GeneralSecurityException e) {
            throw wrong(file, "it holds something else than certificates", e);
        } catch (MlflowException e) {
            throw e;
        } catch (IOException e) {
            throw wrong(file, FileReason.of(file, e), e);
        }
    }

    /** Trusts nobody. */
    static SSLContext trustingNone() {
        try {
            return context();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has TLS", e);
        }
    }

    private static SSLContext context(TrustManager... trust) throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust, null);
        return context;
    }

    private static MlflowException wrong(Path file, String reason, Exception cause) {
        return new MlflowException(
                MlflowException.Kind.REFUSED,
                "cannot take certificates from '" + file + "': " + reason
                        + " (set MLFLOW_TRACKING_SERVER_CERT_PATH to a file of certificates, PEM)",
                cause);
    }
}
