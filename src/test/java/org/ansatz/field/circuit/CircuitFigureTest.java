package org.ansatz.field.circuit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.ansatz.bank.Yaml;
import org.ansatz.expression.library.StandardLibrary;
import org.ansatz.expression.term.Scope;
import org.ansatz.field.block.Written;
import org.ansatz.figure.Schematic;
import org.ansatz.figure.Schematic.Text;
import org.ansatz.figure.file.FigureFile;
import org.ansatz.figure.text.TextFigure;
import org.ansatz.figure.text.TextStyle;
import org.ansatz.problem.Problem;
import org.ansatz.verify.Verifier;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The figure of a problem, and the schematic of a netlist in a file, as they were approved by eye. */
class CircuitFigureTest {

    private static final Path FOLDER = Path.of("src/test/resources/schematics");

    private static final String DIVIDER = """
            title: A divider
            statement: What is the voltage at out?
            %s
            given: {U: 12 V, R1: 2 kohm, R2: 4 kohm}
            answer: {kind: number, unit: V}
            routes:
              rule: U*R2/(R1 + R2)
              network:
                let: Ra = R1
                circuit: |
                  V1 in 0 {U}
                  R1 in out {Ra}
                  R2 out 0 {R2}
                run: dc
                value: v(out)
            variants: {draw: {R2: [6 kohm]}}
            """;

    private static Schematic schematic(Path file) throws IOException {
        Written text = new Written(Files.readString(file), Written.Journal.NONE);
        return CircuitFile.read(text, Scope.outermost(StandardLibrary.registry()))
                .schematic();
    }

    private static String drawn(Schematic schematic, boolean isUnicode) {
        TextStyle style = new TextStyle(200, 200, /* colour= */ false, isUnicode);
        return String.join("\n", TextFigure.lines(schematic, style)) + "\n";
    }

    @TestFactory
    Stream<DynamicTest> schematicsLookAsTheyWereApproved() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".cir")).sorted().toList().stream()
                    .map(file -> dynamicTest(String.valueOf(file.getFileName()), () -> {
                        String name = file.toString().replace(".cir", "");
                        compare(Path.of(name + ".txt"), drawn(schematic(file), true));
                        compare(Path.of(name + "-ascii.txt"), drawn(schematic(file), false));
                    }));
        }
    }

    private static void compare(Path file, String found) throws IOException {
        if (Boolean.getBoolean("ansatz.rewrite")) {
            Files.writeString(file, found);
        }
        assertThat(found).isEqualTo(Files.readString(file));
    }

    @Test
    void asciiIsAscii() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith("-ascii.txt")).toList()) {
                assertThat(Files.readString(file)).matches("\\p{ASCII}*");
            }
        }
    }

    @Test
    void aSchematicIsAnSvgThatSaysItsParts() throws IOException {
        String svg = FigureFile.svg(schematic(FOLDER.resolve("ce.cir")));
        assertThat(svg).contains("<desc>", "RC 2.2 kΩ: c, k", "<path d=").doesNotContain("NaN", "<text");
        assertThat(FigureFile.png(schematic(FOLDER.resolve("ce.cir")))).isNotEmpty();
    }

    // ---- figures of problems

    private static Schematic figure(String figure, long seed) {
        Problem problem = Yaml.problem(DIVIDER.formatted(figure));
        return (Schematic) Objects.requireNonNull(problem.sketch())
                .drawn(
                        seed == Problem.PUBLISHED
                                ? Verifier.published(problem, List.of()).data()
                                : Verifier.variant(problem, seed).data());
    }

    private static List<String> texts(Schematic schematic) {
        return schematic.texts().stream().map(Text::text).toList();
    }

    @Test
    void aRouteIsDrawnWithTheDataAndItsOwnNamesWithoutValues() {
        assertThat(texts(figure("figure: network", Problem.PUBLISHED)))
                .contains("V1", "12 V", "R2", "4 kΩ", "R1", "in", "out");
        assertThat(texts(figure("figure: network", 1))).contains("6 kΩ").doesNotContain("4 kΩ");
    }

    /** As those that a learner sets may be. */
    @Test
    void dataThatNoPartCanHaveAreNotShown() {
        Problem problem = Yaml.problem(DIVIDER.formatted("figure: network").replace("R2: [6 kohm]", "R2: [-6 kohm]"));
        Schematic drawn = (Schematic) Objects.requireNonNull(problem.sketch())
                .drawn(Verifier.variant(problem, 1).data());
        assertThat(drawn.isDrawn()).isTrue();
        assertThat(drawn.parts()).containsExactly("V1: in, 0", "R1: in, out", "R2: out, 0");
    }

    @Test
    void aFigureOfItsOwnNeedNotBeSolved() {
        Schematic open = figure("figure: {circuit: \"R1 a m {R1}\\nR2 m b ?\\nRx m q {2*R2}\"}", Problem.PUBLISHED);
        assertThat(open.isDrawn()).isTrue();
        assertThat(open.parts()).containsExactly("R1 2 kΩ: a, m", "R2: m, b", "Rx 8 kΩ: m, q");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            figure: netwerk                               | 3:9: a figure is a block, .*'netwerk'; did you mean 'network'.*
            figure: rule                                  | 3:9: the route 'rule' has no block that could be drawn
            figure: {picture: x.png}                      | .*there is no block here that could be drawn.*
            figure: {circuit: "R1 a b {R3}"}              | .*R3.*
            figure: {circuit: "R1 a b ohm"}                | .*expected a number.*
            figure: {circuit: "R1 a b 1", run: dc}        | .*unknown field 'run'.*
            figure: {line: 50 ohm}                        | .*a block 'line' is not drawn; circuits are.*
            figure: []                                    | .*
            """)
    void whatIsWrongIsSaidWithItsPlace(String figure, String said) {
        List<String> faults = Yaml.faults(Yaml.read(DIVIDER.formatted(figure)));
        assertThat(faults).isNotEmpty();
        assertThat(faults.get(0)).matches(said);
    }

    /** A value that is looked for is an unknown; only pictures leave values out. */
    @Test
    void aQuestionMarkStandsInFiguresAlone() {
        String text = DIVIDER.formatted("").replace("R2 out 0 {R2}", "R2 out 0 ?");
        assertThat(Yaml.faults(Yaml.read(text))).singleElement().asString().contains("? stands in figures alone");
    }
}
