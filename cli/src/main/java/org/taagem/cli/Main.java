package org.taagem.cli;

/** Starts the {@code taagem} command. */
public final class Main {
    private Main() {}

    /**
     * Runs a command and ends the program with its exit code: 0 if all went well, 1 if something failed, 2 if it was
     * asked for wrongly.
     *
     * @param args the command line
     */
    public static void main(String[] args) {
        int code = TaagemCommand.commandLine().execute(OptionSpelling.normalise(args));
        if (!isEnding()) {
            System.exit(code);
        }
    }

    /** A signal that ends the program brings its own exit code, which ours can overtake at the last moment (up to Java 20). */
    private static boolean isEnding() {
        try {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {}));
            return false;
        } catch (IllegalStateException e) {
            return true;
        }
    }
}
