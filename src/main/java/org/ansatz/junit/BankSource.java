package org.ansatz.junit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ansatz.bank.Bank;
import org.ansatz.problem.Status;
import org.jspecify.annotations.Nullable;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * What {@link ProblemBank} says of a test class.
 *
 * @param problems where the problems are
 * @param answers where the keys are
 * @param loader whose class path is meant
 * @param variants how many variants are tried
 * @param passing the statuses that pass
 */
record BankSource(Places problems, Places answers, ClassLoader loader, int variants, Set<Status> passing) {

    private static final String CLASSPATH = "classpath:";

    /**
     * Files and folders.
     *
     * @param paths in the project
     * @param resources on the class path
     */
    record Places(List<Path> paths, List<String> resources) {
        Places {
            paths = List.copyOf(paths);
            resources = List.copyOf(resources);
        }

        static Places of(String[] written, ProjectFolder folder) {
            List<Path> paths = new ArrayList<>();
            List<String> resources = new ArrayList<>();
            for (String each : written) {
                if (each.startsWith(CLASSPATH)) {
                    resources.add(each);
                } else {
                    paths.add(folder.resolve(each));
                }
            }
            return new Places(paths, resources);
        }

        Path[] asPaths() {
            return paths.toArray(Path[]::new);
        }

        String[] asResources() {
            return resources.toArray(String[]::new);
        }
    }

    /** What holds for a class without the annotation. */
    @ProblemBank
    private static final class Default {}

    /**
     * What is said of a test class.
     *
     * @throws IllegalArgumentException if it asks for less than no variants, or lets nothing pass
     */
    static BankSource of(Class<?> testClass) {
        ProblemBank declared =
                declared(testClass).or(() -> declared(Default.class)).orElseThrow();
        require(declared.variants() >= 0, testClass, "variants are 0 or more, not " + declared.variants());
        require(declared.passing().length > 0, testClass, "passing names no status, so that no test can pass");
        ProjectFolder folder = new ProjectFolder(testClass);
        Set<Status> passing = EnumSet.noneOf(Status.class);
        passing.addAll(List.of(declared.passing()));
        return new BankSource(
                Places.of(declared.value(), folder),
                Places.of(declared.answers(), folder),
                testClass.getClassLoader(),
                declared.variants(),
                passing);
    }

    private static void require(boolean fulfilled, Class<?> testClass, String rule) {
        if (!fulfilled) {
            throw new IllegalArgumentException("@ProblemBank of " + testClass.getName() + ": " + rule);
        }
    }

    private static Optional<ProblemBank> declared(@Nullable Class<?> type) {
        Optional<ProblemBank> here = Optional.empty();
        for (Class<?> at = type; at != null && here.isEmpty(); at = at.getEnclosingClass()) {
            here = AnnotationSupport.findAnnotation(at, ProblemBank.class);
        }
        return here;
    }

    /** Where the problems are, for messages. */
    String places() {
        List<String> all = new ArrayList<>(problems.resources());
        problems.paths().forEach(path -> all.add(path.toString()));
        return all.isEmpty() ? "nothing" : String.join(", ", all);
    }

    Bank load() {
        return Bank.load(problems.asPaths())
                .with(Bank.fromClasspath(loader, problems.asResources()))
                .withKeys(answers.asPaths())
                .withKeysFromClasspath(loader, answers.asResources());
    }
}
