package org.ansatz.junit;

import java.nio.file.Path;
import java.util.List;
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
        return EngineTestKit.engine("junit-jupiter")
                .selectors(DiscoverySelectors.selectClass(testClass))
                .execute();
    }

    /** Runs a test class as a build would whose project lies in this folder. */
    static EngineExecutionResults runIn(Path project, Class<?> testClass) {
        String basedir = System.getProperty("basedir", "");
        System.setProperty("basedir", project.toAbsolutePath().toString());
        try {
            return run(testClass);
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
