package org.taagem.tracking;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;

/** Stands before a server, with a certificate of an authority of its own, and lets in who has a token. */
public final class SecureProxy implements AutoCloseable {
    private static final String STORE_PASSWORD = "changeit";

    private final Path folder;
    private final Relay relay;
    private final String authorization;
    private final HttpsServer front;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    /** Makes certificates in an empty folder. */
    public SecureProxy(String server, String token, Path folder)
            throws IOException, InterruptedException, GeneralSecurityException {
        this.folder = folder;
        relay = new Relay(server);
        authorization = "Bearer " + token;
        keytool("-genkeypair", "-alias", "authority", "-dname", "CN=authority", "-ext", "bc:c");
        keytool(
                "-genkeypair",
                "-alias",
                "server",
                "-dname",
                "CN=server",
                "-signer",
                "authority",
                "-ext",
                "san=ip:127.0.0.1");
        front = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        front.setHttpsConfigurator(new HttpsConfigurator(context()));
        front.createContext("/", this::handle);
        front.setExecutor(threads);
        front.start();
    }

    private void keytool(String... what) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(what));
        command.addAll(List.of("-keystore", store().toString(), "-storepass", STORE_PASSWORD));
        if (what[0].equals("-genkeypair")) {
            command.addAll(List.of("-keyalg", "EC", "-validity", "2"));
        }
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String says = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(says);
        }
    }

    private Path store() {
        return folder.resolve("keys.p12");
    }

    /** Returns a file with the certificate of the authority. */
    public Path certificate() throws IOException, InterruptedException {
        Path file = folder.resolve("authority.pem");
        if (!Files.exists(file)) {
            keytool("-exportcert", "-rfc", "-alias", "authority", "-file", file.toString());
        }
        return file;
    }

    /** The keys of the server alone: it is to show its own certificate. */
    private SSLContext context() throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store())) {
            keys.load(in, STORE_PASSWORD.toCharArray());
        }
        keys.deleteEntry("authority");
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, STORE_PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    public String address() {
        return "https://127.0.0.1:" + front.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        if (authorization.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            var answer = relay.forward(exchange, body);
            Relay.answer(exchange, answer.statusCode(), answer.body());
        } else {
            Relay.answer(exchange, 401, "You are not authenticated.".getBytes(StandardCharsets.UTF_8));
        }
    }

    @Override
    public void close() {
        front.stop(0);
        threads.shutdownNow();
    }
}
