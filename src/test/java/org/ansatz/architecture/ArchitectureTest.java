package org.ansatz.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ansatz.field.Language;
import org.ansatz.field.block.BlockKind;
import org.ansatz.problem.Answer;
import org.ansatz.problem.Entry;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The rules of docs/architecture.md, held against the compiled classes. */
final class ArchitectureTest {

    private static final String ROOT = "org.ansatz.";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(location -> !location.contains("/test-classes/")) // also those of target/quick
            .importPackages("org.ansatz");

    /** What each package may know: arrows point down only. */
    private static final Map<String, Set<String>> MAY_KNOW = Map.ofEntries(
            Map.entry("schedule", Set.of()),
            Map.entry("files", Set.of()),
            Map.entry("table", Set.of()),
            Map.entry("progress", Set.of("schedule", "files", "json", "table")),
            Map.entry("json", Set.of()),
            Map.entry("xml", Set.of()),
            Map.entry("typeset", Set.of("xml")),
            Map.entry("book", Set.of("exchange", "report", "typeset", "xml")),
            Map.entry("figure", Set.of("files")),
            Map.entry("quantity", Set.of()),
            Map.entry("gradcheck", Set.of()),
            Map.entry("interval", Set.of()),
            Map.entry("proof", Set.of("interval")),
            Map.entry("expansion", Set.of("interval", "quantity")),
            Map.entry("polynomial", Set.of("expansion", "interval", "quantity")),
            Map.entry("probability", Set.of("interval", "quantity")),
            Map.entry(
                    "expression",
                    Set.of("polynomial", "expansion", "proof", "probability", "interval", "gradcheck", "quantity")),
            Map.entry("schematic", Set.of("figure")),
            Map.entry("problem", Set.of("figure", "expression", "quantity")),
            Map.entry("gradient", Set.of()),
            Map.entry(
                    "field",
                    Set.of(
                            "schematic",
                            "figure",
                            "problem",
                            "expression",
                            "polynomial",
                            "expansion",
                            "proof",
                            "interval",
                            "quantity")),
            Map.entry("route", Set.of("field", "problem", "expression", "proof", "interval", "quantity")),
            Map.entry("variant", Set.of("problem", "expression", "quantity")),
            Map.entry("statement", Set.of("field", "route", "problem", "expression", "quantity")),
            Map.entry("bank", Set.of("files", "statement", "route", "field", "problem", "expression", "quantity")),
            Map.entry("plot", Set.of("figure", "gradient", "field", "route", "problem", "expression", "quantity")),
            Map.entry("judge", Set.of("problem", "expression", "quantity")),
            Map.entry("verify", Set.of("judge", "variant", "problem", "expression", "quantity")),
            Map.entry("mark", Set.of("verify", "judge", "problem", "expression", "gradcheck", "quantity")),
            Map.entry("request", Set.of("judge", "statement", "route", "field", "problem", "expression", "quantity")),
            Map.entry(
                    "practice",
                    Set.of(
                            "mark",
                            "request",
                            "progress",
                            "schedule",
                            "variant",
                            "verify",
                            "judge",
                            "problem",
                            "expression",
                            "quantity")),
            Map.entry(
                    "sheet",
                    Set.of("files", "mark", "judge", "variant", "bank", "table", "problem", "expression", "quantity")),
            Map.entry("trial", Set.of("mark", "variant", "verify", "judge", "problem", "expression", "quantity")),
            Map.entry("junit", Set.of("trial", "report", "verify", "bank", "problem")),
            Map.entry("lint", Set.of("judge", "problem", "expression", "quantity")),
            Map.entry(
                    "report",
                    Set.of(
                            "sheet",
                            "mark",
                            "table",
                            "figure",
                            "typeset",
                            "json",
                            "xml",
                            "request",
                            "judge",
                            "bank",
                            "gradient",
                            "field",
                            "problem",
                            "expression",
                            "quantity")),
            Map.entry(
                    "exchange",
                    Set.of(
                            "judge",
                            "report",
                            "typeset",
                            "files",
                            "json",
                            "xml",
                            "plot",
                            "figure",
                            "problem",
                            "expression",
                            "quantity")),
            Map.entry(
                    "terminal",
                    Set.of(
                            "exchange",
                            "practice",
                            "mark",
                            "report",
                            "request",
                            "plot",
                            "figure",
                            "files",
                            "progress",
                            "schedule",
                            "problem",
                            "expression",
                            "quantity")),
            Map.entry(
                    "cli",
                    Set.of(
                            "book",
                            "terminal",
                            "exchange",
                            "practice",
                            "progress",
                            "sheet",
                            "files",
                            "json",
                            "plot",
                            "figure",
                            "report",
                            "lint",
                            "request",
                            "verify",
                            "judge",
                            "bank",
                            "route",
                            "field",
                            "gradient",
                            "problem",
                            "expression",
                            "quantity")));

    /** What each room of the language may know: arrows point down there, too. */
    private static final Map<String, Set<String>> ROOMS = Map.of(
            "syntax", Set.of(),
            "value", Set.of(),
            "reverse", Set.of("value"),
            "type", Set.of("value"),
            "program", Set.of("value", "syntax"),
            "term", Set.of("program", "type", "value", "syntax"),
            "evaluation", Set.of("term", "type", "reverse", "program", "value", "syntax"),
            "check", Set.of("evaluation", "term", "type", "value", "syntax"),
            "notation", Set.of("check", "term", "type", "syntax"),
            "library", Set.of("check", "term", "type", "reverse", "program", "value", "syntax"));

    /** What the mathematics of a field may rest on outside its room. */
    private static final Set<String> MATHEMATICS = Set.of("polynomial", "expansion", "interval", "proof", "quantity");

    /** The classes of the fields that know the language besides their block; all others in their rooms are mathematics alone. */
    private static final Set<String> ADAPTERS = Set.of(
            "CircuitSketch",
            "Includes",
            "SchematicParts",
            "GateCompiler",
            "SignalFunctions",
            "BooleanNotation",
            "NetworkModel",
            "LaplaceModel",
            "Probed",
            "WrittenLaws",
            "ExpressionLaw",
            "ReadAt",
            "OdeModel",
            "StateTerms",
            "TimeTerms",
            "DifferentialEquations",
            "DiracTerms",
            "HighestDerivatives",
            "AffineEquations",
            "PrimedNames",
            "Measures",
            "CircuitFile",
            "CircuitModel",
            "NetlistExpressions",
            "NetlistValues",
            "Ports",
            "Remarked",
            "TwoPortModel",
            "CircuitRun",
            "Measure");

    @Test
    void arrowsPointDownOnly() {
        List<String> upward = CLASSES.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(dependency -> isOurs(dependency.getTargetClass()))
                .filter(dependency -> !top(dependency.getOriginClass()).equals(top(dependency.getTargetClass())))
                .filter(dependency ->
                        !MAY_KNOW.get(top(dependency.getOriginClass())).contains(top(dependency.getTargetClass())))
                .map(Dependency::getDescription)
                .toList();
        assertThat(upward).isEmpty();
    }

    @Test
    void inTheLanguageArrowsPointDownOnly() {
        assertThat(upwardWithin("expression", ROOMS)).isEmpty();
    }

    @Test
    void formatsOfOtherProgramsDoNotKnowEachOther() {
        Map<String, Set<String>> rooms = Map.of(
                "", Set.of("anki", "qti", "item"), "anki", Set.of("item"), "qti", Set.of("item"), "item", Set.of());
        assertThat(upwardWithin("exchange", rooms)).isEmpty();
    }

    /** What in a package's rooms knows a room that it may not know. */
    private static List<String> upwardWithin(String name, Map<String, Set<String>> rooms) {
        return CLASSES.stream()
                .filter(type -> top(type).equals(name))
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(dependency -> isOurs(dependency.getTargetClass())
                        && top(dependency.getTargetClass()).equals(name))
                .filter(dependency -> !room(dependency.getOriginClass()).equals(room(dependency.getTargetClass())))
                .filter(dependency ->
                        !rooms.get(room(dependency.getOriginClass())).contains(room(dependency.getTargetClass())))
                .map(Dependency::getDescription)
                .toList();
    }

    /** The room in its package, empty for the package itself. */
    private static String room(JavaClass type) {
        String inside = type.getPackageName().substring((ROOT + top(type)).length());
        return inside.isEmpty() ? "" : inside.substring(1);
    }

    @Test
    void packagesHaveNoCycles() {
        SlicesRuleDefinition.slices()
                .matching("org.ansatz.(**)")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    @Test
    void quantityAndScheduleRestOnTheJdkAlone() {
        assertThat(foreign("quantity")).isEmpty();
        assertThat(foreign("schedule")).isEmpty();
        assertThat(foreign("gradcheck")).isEmpty();
    }

    @Test
    void aSchematicKnowsNothingOfNetlists() {
        assertThat(foreign("schematic")).isEmpty();
    }

    @Test
    void aFigureKnowsNothingOfWhatItShows() {
        assertThat(foreign("figure"))
                .allMatch(used -> used.startsWith("org.knowm.xchart") || used.startsWith("javax.imageio"));
    }

    @Test
    void theLibraryForPicturesIsKnownOnlyWhereFilesAreWritten() {
        List<String> knowing = CLASSES.stream()
                .filter(type -> type.getDirectDependenciesFromSelf().stream()
                        .anyMatch(dependency ->
                                dependency.getTargetClass().getPackageName().startsWith("org.knowm")))
                .map(JavaClass::getPackageName)
                .distinct()
                .toList();
        assertThat(knowing).containsExactly("org.ansatz.figure.file");
    }

    @Test
    void librariesStayInTheirPackages() {
        assertThat(knowing("org.snakeyaml")).containsExactly("bank");
        assertThat(knowing("picocli")).containsExactly("cli");
        assertThat(knowing("org.jline")).containsExactly("terminal");
        assertThat(knowing("org.sqlite")).containsExactly("files", "progress");
        assertThat(knowing("java.sql")).containsExactly("exchange", "progress");
    }

    @Test
    void onlyThePackageForOthersTestsKnowsTestLibraries() {
        assertThat(knowing("org.junit")).containsExactly("junit");
        assertThat(knowing("org.assertj")).containsExactly("junit");
        assertThat(knowing("org.opentest4j")).containsExactly("junit");
    }

    @Test
    void theMathematicsOfAFieldKnowsOnlyItsRoomAndMathematics() {
        Set<String> adapters = new TreeSet<>(ADAPTERS);
        Language.blockKinds().forEach(kind -> adapters.add(kind.getClass().getSimpleName()));
        List<String> leaks = leaving(
                type -> isRoom(type) && !adapters.contains(outermost(type)),
                type -> isOurs(type) && !MATHEMATICS.contains(top(type)));
        assertThat(leaks).isEmpty();
        assertThat(CLASSES.stream().map(ArchitectureTest::outermost)).containsAll(ADAPTERS);
    }

    @Test
    void fieldsDoNotKnowEachOther() {
        List<String> across = leaving(ArchitectureTest::isRoom, ArchitectureTest::isRoom);
        assertThat(across).isEmpty();
    }

    @Test
    void everyFieldBlockIsListedAndUsedByAShippedProblem() throws IOException {
        Set<String> written = CLASSES.stream()
                .filter(type -> type.isAssignableTo(BlockKind.class) && !type.isInterface())
                .map(JavaClass::getSimpleName)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> listed = Language.blockKinds().stream()
                .map(kind -> kind.getClass().getSimpleName())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(listed).isEqualTo(written);
        String bank = shippedProblems();
        for (BlockKind kind : Language.blockKinds()) {
            boolean isUsed = bank.contains("\n    " + kind.key() + ":");
            assertThat(isUsed)
                    .as("a problem below problems/ has the block '%s'", kind.key())
                    .isTrue();
        }
    }

    /** So that a new kind does not compile before each layer has said what it means there. */
    @Test
    void kindsOfAnswersAreToldApartByFoldsAlone() {
        List<String> tests = CLASSES.stream()
                .flatMap(type -> type.getInstanceofChecks().stream())
                .filter(check -> check.getRawType().isAssignableTo(Answer.class))
                .map(Object::toString)
                .toList();
        assertThat(tests).isEmpty();
        Set<String> wordsReadBy = CLASSES.stream()
                .flatMap(type -> type.getMethodCallsFromSelf().stream())
                .filter(call -> call.getTargetOwner().isAssignableTo(Answer.class)
                        && call.getName().equals("kind")
                        && !call.getOriginOwner().isEquivalentTo(Entry.class)) // which hands it on to be printed
                .map(call -> top(call.getOriginOwner()))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(wordsReadBy).as("the word for a kind is for print").containsExactly("report");
    }

    @Test
    void everyPackageIsNullMarked() {
        Set<String> packages = CLASSES.stream().map(JavaClass::getPackageName).collect(Collectors.toSet());
        for (String name : packages) {
            assertThat(CLASSES.getPackage(name).isAnnotatedWith(NullMarked.class))
                    .as(name)
                    .isTrue();
        }
    }

    private static String shippedProblems() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(Path.of("problems"))) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }

    /** Dependencies of these classes on those, outside their own package or room. */
    private static List<String> leaving(Predicate<JavaClass> from, Predicate<JavaClass> to) {
        return CLASSES.stream()
                .filter(from)
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(dependency -> to.test(dependency.getTargetClass()))
                .filter(dependency -> !home(dependency.getTargetClass()).equals(home(dependency.getOriginClass())))
                .map(Dependency::getDescription)
                .toList();
    }

    private static boolean isOurs(JavaClass type) {
        return type.getPackageName().startsWith(ROOT);
    }

    private static boolean isRoom(JavaClass type) {
        return type.getPackageName().startsWith(ROOT + "field.")
                && !type.getPackageName().equals(ROOT + "field.block");
    }

    /** The room of a field with all rooms under it; elsewhere the package. */
    private static String home(JavaClass type) {
        String name = type.getPackageName();
        if (!isRoom(type)) {
            return name;
        }
        int end = name.indexOf('.', (ROOT + "field.").length());
        return end < 0 ? name : name.substring(0, end);
    }

    private static String top(JavaClass type) {
        String below = type.getPackageName().substring(ROOT.length());
        int dot = below.indexOf('.');
        return dot < 0 ? below : below.substring(0, dot);
    }

    private static String outermost(JavaClass type) {
        String name = type.getName().substring(type.getPackageName().length() + 1);
        int dollar = name.indexOf('$');
        return dollar < 0 ? name : name.substring(0, dollar);
    }

    private static Set<String> knowing(String library) {
        return CLASSES.stream()
                .filter(type -> type.getDirectDependenciesFromSelf().stream()
                        .anyMatch(dependency ->
                                dependency.getTargetClass().getPackageName().startsWith(library)))
                .map(ArchitectureTest::top)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> foreign(String name) {
        return CLASSES.stream()
                .filter(type -> top(type).equals(name))
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                .filter(type -> !type.isPrimitive() && !isOurs(type))
                .map(JavaClass::getPackageName)
                .filter(used -> !used.startsWith("java.") && !used.startsWith("org.jspecify"))
                .distinct()
                .toList();
    }
}
