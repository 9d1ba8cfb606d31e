package org.ansatz.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code ansatz circuit}: netlists in files of their own. */
final class CircuitCommandTest {

    private static final String DIVIDER = "V1 a 0 6|R1 a b 1k|R2 b 0 2k|";
    private static final String LOW_PASS = "V1 a 0 SIN(0 1 1k) AC 1|R1 a b 1k|C1 b 0 159.15494309189535n|";

    @TempDir
    Path folder;

    private Run run(String cards, String... options) throws IOException {
        Path file = folder.resolve("x.cir");
        Files.writeString(file, cards.replace('|', '\n'));
        String[] arguments = new String[options.length + 2];
        arguments[0] = "circuit";
        arguments[1] = file.toString();
        System.arraycopy(options, 0, arguments, 2, options.length);
        return Run.of(arguments);
    }

    @Test
    void withoutAnythingAskedThePointOfRestIsShown() throws IOException {
        Run run = run(DIVIDER);
        assertThat(run.exit()).isEqualTo(Exit.OK);
        assertThat(run.out()).contains("operating point", " v(a) = 6 V", " v(b) = 4 V", "i(V1) = -2 mA");
    }

    @ParameterizedTest
    @CsvSource({
        "A divider of two, true",
        "V1 a 0 6, false",
        "Voltage divider 5, true",
        "Rectifier for 50 Hz, true",
    })
    void aLineThatIsNoCardIsATitle(String line, boolean isTitle) throws IOException {
        String cards = isTitle ? line + "|" + DIVIDER : line + "|R1 a b 1k|R2 b 0 2k|";
        Run run = run(cards);
        assertThat(run.err()).isEmpty();
        assertThat(run.out().startsWith(line)).isEqualTo(isTitle);
        assertThat(run.out()).contains("v(b) = 4 V");
    }

    @Test
    void aSweepIsATableAndAPicture() throws IOException {
        Run run = run(DIVIDER + ".dc V1 0 6 2|.print v(b) v(a, b)|");
        assertThat(run.out())
                .contains(
                        "sweep of V1",
                        "V1 in V  v(b) in V  v(a, b) in V",
                        "     6          4             2",
                        "┤",
                        "V1 (V)");
    }

    @Test
    void phasorsAreMagnitudesAndAngles() throws IOException {
        Run run = run(
                LOW_PASS + ".ac dec 1 100 10k|.print v(b)|",
                "--csv",
                folder.resolve("x.csv").toString());
        assertThat(run.exit()).isEqualTo(Exit.OK);
        List<String> rows = Files.readAllLines(folder.resolve("x.csv"));
        assertThat(rows).hasSize(4);
        assertThat(rows.get(0)).isEqualTo("f in Hz,|v(b)| in V,arg v(b) in deg");
        String[] corner = rows.get(2).split(",");
        assertThat(Double.parseDouble(corner[1])).isCloseTo(Math.sqrt(0.5), within(1e-12));
        assertThat(Double.parseDouble(corner[2])).isCloseTo(-45, within(1e-10));
    }

    @Test
    void aTransientStartsAtRestOrFromWhatIsStated() throws IOException {
        String cards = "V1 a 0 5|R1 a b 1k|L1 b c 1m|C1 c 0 1u|.print v(c)|";
        Path csv = folder.resolve("x.csv");
        run(cards + ".tran 1m 2m|", "--csv", csv.toString());
        assertThat(Double.parseDouble(Files.readAllLines(csv).get(1).split(",")[1]))
                .isCloseTo(5, within(1e-9));
        run(cards + ".tran 1m 2m uic|", "--csv", csv.toString());
        assertThat(Double.parseDouble(Files.readAllLines(csv).get(1).split(",")[1]))
                .isZero();
    }

    @Test
    void smallSignalsAtRest() throws IOException {
        Run run = run(DIVIDER + ".tf v(b) V1|");
        assertThat(run.out())
                .contains("v(b)/V1 = 0.666667", "resistance at V1 = 3 kohm", "resistance at the output = 666.667 ohm");
    }

    @Test
    void aSecondAnalysisHasAFileOfItsOwnAndRawIsThatOfSpice() throws IOException {
        run(
                LOW_PASS + ".op|.ac lin 2 1k 2k|.print v(b)|",
                "--raw",
                folder.resolve("x.raw").toString());
        assertThat(Files.readString(folder.resolve("x.raw"))).contains("Plotname: Operating Point", "Flags: real");
        List<String> raw = Files.readAllLines(folder.resolve("x-2.raw"));
        assertThat(raw)
                .contains(
                        "Flags: complex",
                        "No. Variables: 2",
                        "No. Points: 2",
                        "\t0\tfrequency\tfrequency",
                        "\t1\tv(b)\tvoltage");
        assertThat(raw.get(raw.indexOf("Values:") + 1)).isEqualTo(" 0\t1000.0,0.0");
        String[] half = raw.get(raw.indexOf("Values:") + 2).strip().split(",");
        assertThat(Double.parseDouble(half[0])).isCloseTo(0.5, within(1e-12));
        assertThat(Double.parseDouble(half[1])).isCloseTo(-0.5, within(1e-12));
    }

    @Test
    void picturesAreWritten() throws IOException {
        run(
                LOW_PASS + ".tran 10u 2m|.print v(a) v(b)|",
                "--svg",
                folder.resolve("x.svg").toString());
        assertThat(Files.readString(folder.resolve("x.svg"))).startsWith("<svg").contains("v(b)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "V1 a 0 1|R1 a 0 1|.tran 0 1m; 3:7; more than 200000 points",
                "V1 a 0 1|R1 a 0 1|.tran 1m 1e9; 3:7; more than 200000 points",
                "V1 a 0 1|R1 a 0 1|.tran 1m; 3:1; written .tran 10u 5m",
                "V1 a 0 1|R1 a 0 1|.ac dec 10 0 1k; 3:5; frequencies rise from a positive one",
                "V1 a 0 1|R1 a 0 1|.ac log 10 1 1k; 3:5; frequencies lie by dec, oct or lin",
                "V1 a 0 1|R1 a 0 1|.dc V1 0 5 -1; 3:5; leads away from the end",
                "V1 a 0 1|R1 a 0 1|.tf out V1; 3:1; written .tf v(out) V1",
                "V1 a 0 1|R1 a 0 1|.four 1k v(a); 3:1; not .four",
                "V1 a 0 1|R1 a 0 1|.include /etc/passwd; 3:1; not .include",
                "V1 a 0 1|R1 a 0 {x}; 2:9; unknown name 'x'",
                "V1 a 0 1|R1 a 0 -5; 2:8; R1 must be positive",
                "V1 a 0 1|R1 a; 2:1; too little on this card",
            })
    void whatIsWrongIsToldWhereItIs(String cards, String place, String message) throws IOException {
        Run run = run(cards);
        assertThat(run.exit()).isEqualTo(Exit.UNREADABLE);
        assertThat(run.err()).contains("x.cir:" + place, message);
        assertThat(run.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "V1 a 0 1|V2 a 0 2; V2 closes a loop of voltage sources",
                "V1 a 0 1|L1 a 0 1m; nothing fixes the current of L1 at rest",
                "V1 a 0 1|R1 a 0 1|.print v(zz); there is no node zz",
                "V1 a 0 1|R1 a 0 1|.dc V9 0 1 1; there is no source V9",
                "V1 a 0 1|R1 a 0 1|.ac dec 1 1 10; no source has an amplitude",
                "V1 a 0 SIN(0 1 1meg)|R1 a b 1|L1 b 0 1u|.tran 1 10; let it end earlier",
            })
    void whatHasNoSolutionSaysWhy(String cards, String message) throws IOException {
        Run run = run(cards);
        assertThat(run.exit()).isEqualTo(Exit.NOT_ALL);
        assertThat(run.out()).contains("not solved: ", message);
    }
}
