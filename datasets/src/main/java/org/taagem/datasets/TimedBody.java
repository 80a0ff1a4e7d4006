package org.taagem.datasets;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * What a server sends, piece by piece, with a limit to the time that a piece takes; Java's own streams wait for ever. At
 * most one piece is asked for at a time, so no more is held in memory.
 */
final class TimedBody implements BodySubscriber<TimedBody>, AutoCloseable {
    private final BlockingQueue<Piece> pieces = new LinkedBlockingQueue<>();
    private volatile Optional<Subscription> subscription = Optional.empty();

    @Override
    public CompletionStage<TimedBody> getBody() {
        return CompletableFuture.completedFuture(this);
    }

    @Override
    public void onSubscribe(Subscription subscribed) {
        subscription = Optional.of(subscribed);
        subscribed.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        pieces.add(new Piece(buffers, Optional.empty(), false));
    }

    @Override
    public void onError(Throwable failure) {
        pieces.add(new Piece(List.of(), Optional.of(failure), true));
    }

    @Override
    public void onComplete() {
        pieces.add(new Piece(List.of(), Optional.empty(), true));
    }

    /** Waits for the next piece; nothing means that this was all. */
    Optional<List<ByteBuffer>> next(Duration limit) throws IOException, InterruptedException {
        Piece piece = pieces.poll(limit.toMillis(), TimeUnit.MILLISECONDS);
        if (piece == null) {
            throw TransferException.temporary("nothing came for " + limit.toSeconds() + " seconds");
        }
        if (piece.failure.isPresent()) {
            throw new IOException(String.valueOf(piece.failure.get().getMessage()), piece.failure.get());
        }
        if (piece.last) {
            return Optional.empty();
        }
        subscription.orElseThrow().request(1);
        return Optional.of(piece.buffers);
    }

    /** Tells the server that nothing more is wanted. */
    @Override
    public void close() {
        subscription.ifPresent(Subscription::cancel);
    }

    private record Piece(List<ByteBuffer> buffers, Optional<Throwable> failure, boolean last) {}
}
