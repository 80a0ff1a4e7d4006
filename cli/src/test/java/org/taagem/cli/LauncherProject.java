package org.taagem.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * A small project with the real launcher, and with stand-ins for Maven and for JDKs that print what they were called with.
 *
 * <p>The PATH holds nothing but the stand-ins and the few tools that the launcher may use, and the usual places of JDKs are
 * one folder, so that what this machine has installed does not matter.
 */
final class LauncherProject {
    private static final Path LAUNCHER =
            Path.of("..", "taagem").toAbsolutePath().normalize();
    private static final List<String> TOOLS =
            List.of("bash", "find", "readlink", "ln", "mv", "rm", "cp", "mkdir", "sleep", "tail", "wc", "grep", "git");

    private static final String JAVA = """
            #!/usr/bin/env bash
            case "$1" in
              -XshowSettings:properties)
                printf '    java.home = %s\\n    java.version = %s\\n' "$REAL_HOME" "$REAL_VERSION" >&2 && exit ;;
            esac
            case "$*" in
              *-XX:DumpLoadedClassList=* | *-Xshare:dump* | *-Xshare:on*)
                echo "${0%/bin/java} | $*" >>"$ARCHIVING"
                sleep "${ARCHIVING_SECONDS:-0}"
                for option; do
                  case "$option $*" in
                    -XX:DumpLoadedClassList=*) echo java/lang/Object >"${option#*=}" ;;
                    -XX:SharedArchiveFile=*-Xshare:dump*) echo classes >"${option#*=}" ;;
                  esac
                done
                exit "${ARCHIVING_EXIT:-0}" ;;
            esac
            printf '%s\\n' "java ${0%/bin/java}" "pid $$" "folder $PWD"
            printf 'argument %s\\n' "$@"
            exit "${JAVA_EXIT:-0}"
            """;
    private static final String MAVEN = """
            #!/usr/bin/env bash
            case "$*" in *-version*) printf '\\033[1mApache Maven %s\\033[m\\n' "${MAVEN_VERSION:-3.8.7}" && exit ;; esac
            echo "$PWD | $JAVA_HOME | ${MAVEN_OPTS-} | $*" >>"$BUILDS"
            sleep "${MAVEN_SECONDS:-0}"
            [ -z "${MAVEN_EXIT-}" ] || { echo '[ERROR] cannot find symbol' && exit "$MAVEN_EXIT"; }
            mkdir -p cli/target/quick/lib
            if [ -n "${PROGRAM-}" ]; then cp -R "$PROGRAM"/*.jar "$PROGRAM/lib" cli/target/quick; else
              : >cli/target/quick/taagem-cli.jar; fi
            """;

    private final Path folder;
    private final Map<String, String> environment = new TreeMap<>();

    /** What a launcher did: its exit code, its lines on standard output and on standard error, and its process id. */
    record Run(int exit, List<String> out, List<String> err, long pid) {}

    LauncherProject(Path temporary) throws IOException {
        this(temporary, "a folder"); // a space, for a script that forgets its quotes
    }

    LauncherProject(Path temporary, String name) throws IOException {
        // the real path, for the launcher prints real paths
        folder = Files.createDirectories(temporary.toRealPath().resolve(name));
        Files.createDirectories(root().resolve("cli"));
        Files.createDirectories(root().resolve("core/src/main/java"));
        Files.writeString(root().resolve("pom.xml"), "<project/>\n");
        Files.writeString(root().resolve("cli/pom.xml"), "<project/>\n");
        Files.writeString(source("A.java"), "class A {}\n");
        Files.copy(LAUNCHER, launcher(), StandardCopyOption.COPY_ATTRIBUTES);
        Files.createDirectories(path("bin"));
        for (String tool : TOOLS) {
            // not a link: JUnit warns of each that it finds in a folder that it removes
            script(path("bin/" + tool), "#!" + onPath("bash") + "\nexec '" + onPath(tool) + "' \"$@\"\n");
        }
        script(path("bin/mvn"), MAVEN);
        set("PATH", path("bin").toString());
        set("HOME", path("home").toString());
        set("BUILDS", path("builds").toString());
        set("ARCHIVING", path("archiving").toString());
        set("TAAGEM_JDK_SEARCH", path("jdks") + "/*:" + path("more jdks") + "/*");
    }

    private static Path onPath(String tool) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(directory -> Path.of(directory, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("the launcher needs " + tool + ", which is not on the PATH"));
    }

    Path path(String name) {
        return folder.resolve(name);
    }

    Path root() {
        return path("project");
    }

    Path source(String name) {
        return root().resolve("core/src/main/java").resolve(name);
    }

    Path launcher() {
        return root().resolve("taagem");
    }

    Path lock() {
        return root().resolve("cli/target/launcher/lock");
    }

    LauncherProject set(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** Makes a Java whose {@code release} file names a version: a JDK where there is a tool named javac. */
    Path java(String place, String version, String... tools) throws IOException {
        Path home = path(place);
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(
                home.resolve("release"),
                "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"" + version
                        + "\"\nMODULES=\"java.base jdk.incubator.vector jdk.net\"\nOS_NAME=\"Linux\"\n");
        script(home.resolve("bin/java"), JAVA);
        for (String tool : tools) {
            script(home.resolve("bin").resolve(tool), "#!/usr/bin/env bash\n");
        }
        return home;
    }

    Path jdk(String place, String version) throws IOException {
        return java(place, version, "javac");
    }

    static void script(Path file, String text) throws IOException {
        Files.writeString(file, text);
        assertTrue(file.toFile().setExecutable(true), () -> file + " cannot be made executable");
    }

    /** Runs the launcher in the project's folder. */
    Run run(String... arguments) throws IOException, InterruptedException {
        return finish(start(arguments));
    }

    Run runIn(Path directory, List<String> command) throws IOException, InterruptedException {
        return finish(start(directory, command));
    }

    /** A process, and the files that its output goes to. */
    record Started(Process process, Path out, Path err) {}

    Started start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(launcher().toString()));
        command.addAll(List.of(arguments));
        return start(root(), command);
    }

    private Started start(Path directory, List<String> command) throws IOException {
        Path out = Files.createTempFile(folder, "out", ".txt");
        Path err = Files.createTempFile(folder, "err", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return new Started(builder.start(), out, err);
    }

    Run finish(Started started) throws IOException, InterruptedException {
        assertTrue(started.process().waitFor(60, TimeUnit.SECONDS), "the launcher did not end in 60 s");
        return new Run(
                started.process().exitValue(),
                Files.readAllLines(started.out()),
                Files.readAllLines(started.err()),
                started.process().pid());
    }

    /** Returns one line for each build: its folder, JAVA_HOME, MAVEN_OPTS and arguments. */
    List<String> builds() throws IOException {
        return lines("builds");
    }

    /** Returns one line for each step of making an archive: the JDK, and the arguments of its java. */
    List<String> archiving() throws IOException {
        return lines("archiving");
    }

    private List<String> lines(String file) throws IOException {
        return Files.exists(path(file)) ? Files.readAllLines(path(file)) : List.of();
    }
}
