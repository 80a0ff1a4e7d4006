package org.taagem.ui;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import com.sun.net.httpserver.HttpServer;

/** A web server for this machine alone, which shows the runs below a folder. */
public final class UiServer implements AutoCloseable {
    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final int WAITING = 64;
    private static final int THREADS = 256;
    private static final long IDLE_SECONDS = 30;

    /**
     * What the JDK's server is told through system properties alone, in seconds: how long a request may take to come, so that
     * slow clients do not use up the threads; and to send an answer at once.
     */
    private static final Map<String, String> SETTINGS = Map.of(
            "sun.net.httpserver.maxReqTime", "10",
            "sun.net.httpserver.maxRspTime", "120",
            "sun.net.httpserver.nodelay", "true");

    private final HttpServer server;
    private final ExecutorService threads;

    private UiServer(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    /**
     * Starts a server.
     *
     * @param folder where the runs are
     * @param port its port, or 0 for any that is free
     * @param complaints is told, with its trace, of what went wrong inside the server
     * @return the server, which answers until it is closed
     * @throws IOException if the port is not to be had; the message is one line
     */
    public static UiServer start(Path folder, int port, PrintWriter complaints) throws IOException {
        SETTINGS.forEach((key, value) -> System.getProperties().putIfAbsent(key, value));
        HttpServer server = bind(port);
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                THREADS, THREADS, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), UiServer::thread);
        threads.allowCoreThreadTimeOut(true);
        server.setExecutor(threads);
        Gate gate = new Gate(server.getAddress().getPort());
        server.createContext("/", new Door(gate, new Routes(new RunIndex(folder)), complaints));
        server.start();
        return new UiServer(server, threads);
    }

    private static HttpServer bind(int port) throws IOException {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getByAddress("localhost", LOOPBACK), port);
        try {
            return HttpServer.create(address, WAITING);
        } catch (BindException e) {
            throw new IOException(
                    "cannot listen on port " + port + " of 127.0.0.1: " + e.getMessage()
                            + "; give another with --port, or --port 0 for any that is free",
                    e);
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "taagem-ui");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Returns where it is.
     *
     * @return the address, for a browser of this machine
     */
    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    /** Stops it at once. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
