package org.ansatz.junit;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** Runs test classes as a build would, and tells what came of them. */
final class Samples {

    private Samples() {}

    static EngineExecutionResults run(Class<?> testClass) {
        return by("junit-jupiter", testClass);
    }

    /** Runs the methods with {@link Verify} of a test class. */
    static EngineExecutionResults verified(Class<?> testClass) {
        return by("ansatz", testClass);
    }

    private static EngineExecutionResults by(String engine, Class<?> testClass) {
        return EngineTestKit.engine(engine)
                .selectors(DiscoverySelectors.selectClass(testClass))
                .execute();
    }

    /** Runs a test class as a build would whose project lies in this folder. */
    static EngineExecutionResults runIn(Path project, Class<?> testClass) {
        return in(project, () -> run(testClass));
    }

    /** The same with the methods with {@link Verify} of a test class. */
    static EngineExecutionResults verifiedIn(Path project, Class<?> testClass) {
        return in(project, () -> verified(testClass));
    }

    private static EngineExecutionResults in(Path project, Supplier<EngineExecutionResults> run) {
        String basedir = System.getProperty("basedir", "");
        System.setProperty("basedir", project.toAbsolutePath().toString());
        try {
            return run.get();
        } finally {
            System.setProperty("basedir", basedir);
        }
    }

    /** The names of the tests that failed. */
    static List<String> failed(EngineExecutionResults results) {
        return results.testEvents().failed().stream()
                .map(event -> event.getTestDescriptor().getDisplayName())
                .toList();
    }

    /** The names of the tests that passed. */
    static List<String> passed(EngineExecutionResults results) {
        return results.testEvents().succeeded().stream()
                .map(event -> event.getTestDescriptor().getDisplayName())
                .toList();
    }

    /** What the failures say, one after the other. */
    static String messages(EngineExecutionResults results) {
        return results.allEvents().failed().stream().map(Samples::message).collect(Collectors.joining("\n"));
    }

    /** What the one failing test says whose name begins so. */
    static String message(EngineExecutionResults results, String name) {
        return results.testEvents().failed().stream()
                .filter(event -> event.getTestDescriptor().getDisplayName().startsWith(name))
                .map(Samples::message)
                .collect(Collectors.joining("\n"));
    }

    private static String message(Event event) {
        return event.getRequiredPayload(TestExecutionResult.class)
                .getThrowable()
                .map(Throwable::getMessage)
                .orElse("");
    }
}
