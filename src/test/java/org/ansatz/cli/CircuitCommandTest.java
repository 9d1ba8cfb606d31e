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

    /** A bridged T; beside ngspice 39, which leaves a pole and a zero at -10000 that cancel here: -3.08353e3, -3.89165e4 and ±1e4j. */
    @Test
    void polesAndZerosAreATableAndAMap() throws IOException {
        String twin =
                "V1 in 0 AC 1|R1 in a 10k|R2 a out 10k|C3 a 0 20n|C1 in b 10n|C2 b out 10n|R3 b 0 5k|RL out 0 100k|";
        Run run = run(twin + ".pz in 0 out 0 vol pz|.pz in 0 b 0 vol zer|");
        assertThat(run.exit()).isEqualTo(Exit.OK);
        assertThat(run.out().lines().map(String::strip).map(line -> line.replaceAll("\\s+", " ")))
                .containsSubsequence(
                        "poles and zeros of v(out)/v(in)",
                        "real in 1/s imaginary in 1/s |s|/2pi in Hz order",
                        "0 -10000 1591.55 1",
                        "0 10000 1591.55 1",
                        "-38916.5 0 6193.75 -1",
                        "-3083.53 0 490.759 -1",
                        "a • poles b • zeros",
                        "zeros of v(b)/v(in)",
                        "-11000 0 1750.7 1",
                        "0 0 0 1");
    }

    @Test
    void polesAreThoseOfADriveByCurrentToo() throws IOException {
        Run run = run("R1 a 0 1k|C1 a 0 1u|L1 a 0 1|.pz a 0 a 0 cur pz|");
        assertThat(run.out()).contains("poles and zeros of v(a)/i(a)", "-500", "866.025", "159.155");
        assertThat(run("R1 a 0 1k|.pz a 0 a 0 cur pol|").out()).contains("not solved: there are no poles");
        assertThat(run("R1 a 0 1k|D1 a 0 ideal|.pz a 0 a 0 cur pol|").out()).contains("and here are devices");
        assertThat(run("R1 a 0 1k|.pz a 0 z 0 cur pol|").out()).contains("there is no node z");
        assertThat(run("V1 a 0 1|R1 a 0 1k|.pz a a a 0 vol pol|").out())
                .contains("the input is two nodes, and a is one");
    }

    /** It is said at once, and not after minutes. */
    @Test
    void aLadderOfHundredsOfSectionsHasNoPoles() throws IOException {
        StringBuilder ladder = new StringBuilder("V1 n0 0 AC 1|");
        for (int k = 1; k <= 300; k++) {
            ladder.append("R%d n%d n%d 1k|C%d n%d 0 1u|".formatted(k, k - 1, k, k, k));
        }
        assertThat(run(ladder + ".pz n0 0 n300 0 vol pol|").out())
                .contains("a network of 300 coils and capacitors; in s at most 63 take part");
    }

    @Test
    void aSourceFollowsALaw() throws IOException {
        Run run = run("V1 in 0 10|R1 in a 1k|B1 a 0 I=2m*V(a)**2|B2 b 0 V=V(in)*I(R1)*100|R2 b 0 1k|");
        assertThat(run.out()).contains("v(a) = 2 V", "v(b) = 8 V");
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
    void anExactTransientStartsAtRestAsWell() throws IOException {
        String cards = "V1 a 0 5|R1 a b 1k|C1 b 0 1u|.print v(b)|.meas tran first find v(b) at=0|";
        assertThat(run(cards + ".tran 1m 2m|").out()).contains("first = 5 V");
        assertThat(run(cards + ".tran 1m 2m uic|").out()).contains("first = 0 V");
    }

    @Test
    void aTransientStartsFromTheVoltagesOfNodes() throws IOException {
        String discharge = "R1 a 0 1k|C1 a 0 1u|.ic v(a)={2*2.5 V}|.meas tran t when v(a)=1.8393972058572117|";
        assertThat(run(discharge + ".tran 1m 2m|").out()).contains("t = 1 ms");
        assertThat(run(discharge + ".tran 1m 2m uic|").out()).contains("t = 1 ms");
        String resonance = "L1 a b 1m|C1 a 0 1u|C2 b 0 1u|.ic v(a)=1 v(b)=-1|.tran 1u 1m uic|";
        assertThat(run(resonance + ".meas tran T trig v(a) val=0 rise=1 targ v(a) val=0 rise=2|")
                        .out())
                .contains("T = 140.496 us"); // 2π √(1 mH · 0.5 µF)
    }

    /** The values of ngspice 39.3 for the same file, where its own steps do not show. */
    @Test
    void measurementsAreThoseOfSpice() throws IOException {
        Run run = run("V1 in 0 SIN(0 10 1k)|D1 in out DX|R1 out 0 1k|C1 out 0 1u|.model DX D(IS=1e-14 N=1)|"
                + ".tran 1u 5m 0 1u|"
                + ".meas tran top max v(out) from=2m to=5m|.measure tran eff rms v(out) from=3m to=5m|"
                + ".meas tran area integ v(out) from=3m to=5m|.meas tran t1 when v(out)=5 rise=2|"
                + ".meas tran t2 when v(out)=5 fall=last|.meas tran u find v(out) at=2.3m|"
                + ".meas tran w find v(out) when v(in)=3 rise=3|"
                + ".meas tran d trig v(in) val=5 rise=2 targ v(out) val=5 rise=2|.four 1k v(out)|");
        assertThat(run.out())
                .contains(
                        "top = 9.28597 V", // 9.285953
                        "eff = 6.78217 V", // 6.78218
                        "area = 0.0131896 V s", // 1.31897e-2
                        "t1 = 1.09768 ms",
                        "t2 = 4.8865 ms",
                        "u = 8.98844 V", // 8.988455
                        "w = 4.25224 V", // 4.252253
                        "d = 14.3493 us", // 14.34975
                        "THD of v(out) 52.2 %"); // 52.2039
    }

    /** The values of ngspice 39.3 for the same file with steps of 0.5 ps. */
    @Test
    void linesBesideDevicesAreThoseOfSpice() throws IOException {
        Run run = run(
                "V1 s 0 SIN(0 2 300meg)|R1 s a 20|T1 a 0 b 0 Z0=50 TD=0.73n|T2 b 0 c 0 Z0=75 F=300meg NL=0.25|"
                        + "D1 c 0 DX|R2 c 0 300|.model DX D(IS=1e-14 CJO=1p)|.tran 0.05n 10n|"
                        + ".meas tran u find v(c) at=9.5n|.meas tran w find v(b) at=7.7n|.meas tran e rms v(b) from=5n to=10n|");
        assertThat(run.out())
                .contains(
                        "u = 735.166 mV", // 0.7351654
                        "w = 1.37465 V", // 1.374650
                        "e = 1.66259 V"); // 1.66259
    }

    @Test
    void harmonicsOfAHalfWaveAreThoseOfFourier() throws IOException {
        Run run = run("V1 in 0 SIN(0 10 1k)|R1 out 0 1k|D1 in out ideal|.tran 10u 3m|.four 1k v(out) v(in)|");
        assertThat(run.out())
                .contains("THD of v(out) 43.48 %, THD of v(in) 0 %")
                .contains("   0                    3.1831                       0") // 10/π
                .contains("2000                   2.12207                     -90"); // 20/3π, as −cos 2ωt
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
                "V1 a 0 1|R1 a 0 1|.pz a 0 a 0 vol; 3:13; written .pz in 0 out 0 vol pz",
                "V1 a 0 1|R1 a 0 1|.pz a 0 a 0 volt pz; 3:13; written .pz in 0 out 0 vol pz",
                "V1 a 0 1|B1 b 0 V=w(a); 2:10; unknown function 'w'",
                "V1 a 0 1|R1 a 0 1|.four 1k v(a); 3:1; .four is about a transient, and there is no .tran",
                "V1 a 0 1|R1 a 0 1|.ic v(a)=1; 3:1; .ic is about a transient",
                "V1 a 0 1|R1 a 0 1|.tran 1u 1m|.ic a=1; 4:7; written .ic v(a)=5",
                "V1 a 0 1|R1 a 0 1|.tran 1u 1m|.ic i(R1)=1; 4:5; nodes are given voltages",
                "V1 a 0 1|R1 a 0 1|.tran 1u 1m|.four 10 v(a); 4:7; before a period of the fundamental has passed",
                "V1 a 0 1|R1 a 0 1|.tran 1u 1m|.four 1k; 4:7; of what",
                "V1 a 0 1|R1 a 0 1|.tran 1u 1m|.meas ac x max v(a); 4:1; about phasors, and there is no .ac",
                "V1 a 0 1|R1 a 0 1|.tran 1u 1m|.meas tran x most v(a); 4:14; not most",
                "V1 a 0 1|R1 a 0 1|.tran 1u 1m|.meas tran x max p(R1); 4:18; are shown, not p(R1)",
                "V1 a 0 1|R1 a 0 1|.tran 1u 1m|.meas tran x max v(a) from=2m to=1m; 4:7; it ends, at 0.001, before it begins",
                "V1 a 0 1|R1 a 0 1|.tran 1u 1m|.meas tran x find v(a); 4:21; a value is found at= an instant",
                "V1 a 0 1|R1 a 0 1|.tran 1u 1m|.meas tran x when v(a)=1 rise=0; 4:31; counted from 1 on",
                "V1 a 0 1|R1 a 0 1|.include /etc/passwd; 3:1; a path begins in the folder",
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
                "V1 a 0 1|R1 a 0 1|.tran 1u 1m|.meas tran x when v(a)=2; x: v(a) passes 2.0 V either way 0 times until 0.001 s",
                "V1 a 0 1|R1 a 0 1|.tran 1u 1m|.meas tran x max v(a) to=2m; the analysis goes from 0.0 s to 0.001 s",
                "V1 a 0 1|R1 a 0 1|.tran 1u 1m|.meas tran x max v(q); there is no node q",
                "L1 a 0 1m|C1 a 0 1u|.tran 1u 1m|.ic v(a)=1; with uic none is needed",
                "V1 a 0 1|R1 a 0 1|.ac dec 1 1 10; no source has an amplitude",
                "V1 a 0 SIN(0 1 1meg)|R1 a b 1|L1 b 0 1u|.tran 1 10; let it end earlier",
            })
    void whatHasNoSolutionSaysWhy(String cards, String message) throws IOException {
        Run run = run(cards);
        assertThat(run.exit()).isEqualTo(Exit.NOT_ALL);
        assertThat(run.out()).contains("not solved: ", message);
    }

    // ---- files that name others

    private void beside(String name, String cards) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, cards.replace('|', '\n'));
    }

    @Test
    void filesAreReadInThePlacesOfTheirCards() throws IOException {
        beside("parts/load.inc", ".inc 'more parts.lib' ; a comment|R2 b 0 {RL}|");
        beside("parts/more parts.lib", "* not a title|.param RL=2k|.end|this is not read|");
        Run run = run(".include ./parts/load.inc|V1 a 0 6|R1 a b 1k|.end|.include none.inc");
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("v(b) = 4 V");
    }

    @Test
    void theFirstCardOfAFileIsNoTitle() throws IOException {
        beside("x.inc", "Radd a b|");
        assertThat(run(".include x.inc|" + DIVIDER).err()).contains("x.inc:1:1", "too little on this card");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "/etc/x.inc  ; x.cir:2:10: '/etc/x.inc' is not read: a path begins in the folder",
                "C:/x.inc    ; x.cir:2:10: 'C:/x.inc' is not read: a path begins in the folder",
                "../x.inc    ; x.cir:2:10: '../x.inc' is not read: only what lies in the folder",
                "a/../x.inc  ; x.cir:2:10: 'a/../x.inc' is not read: only what lies in the folder",
                "link.inc    ; x.cir:2:10: 'link.inc' is not read: it is a link that leads out of the folder",
                "linked/x.inc; x.cir:2:10: 'linked/x.inc' is not read: it is a link that leads out of the folder",
                ".x.inc      ; x.cir:2:10: '.x.inc' is not read: a file's name begins with",
                "x.txt       ; x.cir:2:10: 'x.txt' is not read: the name of a netlist ends in .cir",
                "none.inc    ; x.cir:2:10: 'none.inc' is not read: there is no such file",
                "folder.inc  ; x.cir:2:10: 'folder.inc' is not read: cannot be read: this is a pipe or a device",
                "a.inc       ; b.inc:3:6: files include each other without end: a.inc → b.inc → a.inc",
                "far.inc     ; parts/far2.inc:1:10: '../x.inc' is not read: only what lies in the folder",
                "out.inc     ; out.inc:1:10: '/x.inc' is not read: a path begins in the folder",
                "bomb0.inc   ; is not read: files are named more than 1000 times",
                "bad.inc     ; bad.inc:2:8: expected a number such as 4.7k or 1e-6",
                "name.inc    ; name.inc:1:9: unknown name 'Rx'",
                "law.inc     ; law.inc:1:10: v takes one of a, 0 here",
                "own.inc     ; own.inc:1:10: files include each other without end: own.inc → own.inc",
                "control.inc ; control.inc:2:1: a control character",
                "bad.inc tt  ; x.cir:2:18: a file is read whole",
                "            ; x.cir:2:1: written .include FILE",
            })
    void whatAFileMayNotNameIsSaidWithItsPlace(String name, String expected) throws IOException {
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        Files.writeString(elsewhere.resolve("x.inc"), "R9 a 0 1k");
        Path outside = folder;
        folder = Files.createDirectories(outside.resolve("own"));
        Files.createSymbolicLink(folder.resolve("link.inc"), elsewhere.resolve("x.inc"));
        Files.createSymbolicLink(folder.resolve("linked"), elsewhere);
        Files.createDirectories(folder.resolve("folder.inc"));
        beside("a.inc", ".include b.inc");
        beside("b.inc", "* one|* two|.inc ./a.inc");
        beside("far.inc", ".include parts/far2.inc");
        beside("parts/far2.inc", ".include ../x.inc");
        beside("out.inc", ".include /x.inc");
        for (int i = 0; i < 12; i++) {
            beside("bomb" + i + ".inc", (".include bomb" + (i + 1) + ".inc|").repeat(3));
        }
        beside("bomb12.inc", "* nothing");
        beside("bad.inc", "* fine|R3 a 0 1z0");
        beside("name.inc", "R3 a 0 {Rx}");
        beside("law.inc", "B3 a 0 I=2m*v(nowhere)");
        beside("control.inc", "* fine|\u0007");
        beside("own.inc", ".include own.inc");
        String card = ".include " + (name == null ? "" : name);
        Run run = run("a title|" + card + "|V1 a 0 6|R1 a 0 1k|");
        assertThat(run.exit()).isEqualTo(Exit.UNREADABLE);
        assertThat(run.err()).contains(expected == null ? "" : expected);
    }

    // ---- sources and temperatures

    /** ngspice 39 reads its numbers in this order, too. */
    @Test
    void aPhaseThatSwingsIsThatOfItsDefinition() throws IOException {
        Run run = run(
                "V1 a 0 SFFM(1 2 1k 3 100 20 50)|R1 a b 1k|C1 b 0 1n|.tran 0.1m 4m|.print v(a) v(b)",
                "--csv",
                folder.resolve("x.csv").toString());
        assertThat(run.err()).isEmpty();
        for (String line : Files.readAllLines(folder.resolve("x.csv")).subList(1, 42)) {
            String[] row = line.split(",");
            double t = Double.parseDouble(row[0]);
            double swing = 3 * Math.sin(2 * Math.PI * 100 * t + Math.toRadians(50));
            double expected = 1 + 2 * Math.sin(2 * Math.PI * 1000 * t + Math.toRadians(20) + swing);
            assertThat(Double.parseDouble(row[1])).isCloseTo(expected, within(1e-6));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                ".temp 27             ; ''",
                ".options temp=27     ; ''",
                ".temp 50             ; 4:7: devices are those at 27 °C",
                ".options reltol=1e-4 TEMP=50; 4:27: devices are those at 27 °C",
                ".option tnom = 25    ; 4:16: devices are those at 27 °C",
                ".temp 27 50          ; 4:10: written .temp 27",
            })
    void otherTemperaturesAreRefused(String card, String expected) throws IOException {
        Run run = run(DIVIDER + card);
        if (expected.isEmpty()) {
            assertThat(run.out()).contains("v(b) = 4 V");
        } else {
            assertThat(run.err()).contains(expected);
        }
    }

    // ---- measured over frequencies and along sources

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "corner when vdb(b)=-3.010299956639812 ; corner = 1 kHz",
                "corner when vm(b)=0.7071067811865476 fall=1 ; corner = 1 kHz",
                "angle find vp(b) at=1k ; angle = -45 deg",
                "re find vr(b) at=1k ; re = 500 mV",
                "im find vi(a, b) at=1k ; im = 500 mV",
                "i find im(R1) at=1k ; i = 707.107 uA",
                "top max vm(b) ; top = 999.95 mV",
                "low min vm(b) from=100 to=7k ; low = 141.421 mV",
                "span pp vp(b) ; span = 83.7165 deg", // from atan(0.01) to atan(10)
                "mean avg vr(b) from=10 to=1k ; mean = 783.231 mV", // (atan 1 - atan 0.01)/0.99
                "band trig vm(b) val=0.9 fall=1 targ vm(b) val=0.5 fall=last; band = 1.24773 kHz", // sqrt 3 -
                // sqrt(1/0.81 - 1)
            })
    void phasorsAreMeasured(String card, String expected) throws IOException {
        Run run = run(LOW_PASS + ".ac dec 5 10 10k|.meas ac " + card);
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("measured of phasors").contains(expected);
    }

    /** Two low-passes that do not load each other: their angle passes half a turn with a third one. */
    @Test
    void anAngleGoesOnWhereItPassesHalfATurn() throws IOException {
        String three = LOW_PASS + "E1 c 0 b 0 1|R2 c d 1k|C2 d 0 159.15494309189535n|"
                + "E2 e 0 d 0 1|R3 e g 1k|C3 g 0 159.15494309189535n|.ac dec 5 1 100k|";
        Run run = run(three + ".meas ac half when vp(g)=-180|.meas ac there find vp(g) at=10k");
        assertThat(run.out()).contains("half = 1.73205 kHz", "there = -252.868 deg");
    }

    /** Beside ngspice 39: 1.655118 V, 677.4641 mV, 3.810283 V, 1.877404 V. */
    @Test
    void pointsOfRestAreMeasuredAlongASource() throws IOException {
        String diode = "V1 a 0 2|D1 a d DX|R2 d 0 1k|.model DX D(IS=1e-14)|.dc V1 0 5 0.01|";
        Run run = run(
                diode
                        + ".meas dc on when v(d)=1|.meas dc drop find v(a, d) at=3.05|.meas dc top max v(d) to=4.5|.meas dc mean avg v(d)");
        assertThat(run.out())
                .contains(
                        "measured along V1",
                        "on = 1.65512 V",
                        "drop = 677.464 mV",
                        "top = 3.81028 V",
                        "mean = 1.8774 V");
        Run downwards = run(diode.replace("0 5 0.01", "5 0 -0.1") + ".meas dc top max v(d)");
        assertThat(downwards.out()).contains("not solved: what is measured is measured along a source that rises");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "ac x find v(b) at=1k; 6:17: of a phasor vm(out), vdb(out), vp(out), vr(out) or vi(out) is measured",
                "tran x max vdb(b); 6:18: v(node), v(node, node) or i(element) is measured, not vdb",
                "dc x max v(b); 6:1: .meas is about a source that goes from one value to another, and there is no .dc",
                "noise x max v(b); 6:7: tran, ac and dc are measured",
                "ac x; 6:10: here follows what is measured",
            })
    void whatCannotBeMeasuredIsSaid(String card, String expected) throws IOException {
        Run run = run(LOW_PASS + ".ac dec 5 10 10k|.tran 1u 1m|.meas " + card);
        assertThat(run.err()).contains(expected);
    }

    @Test
    void whatIsNotReachedIsSaid() throws IOException {
        assertThat(run(LOW_PASS + ".ac dec 5 10 10k|.meas ac x find vm(b) at=1meg")
                        .out())
                .contains(
                        "not solved: x is measured at 1000000.0 Hz, and the analysis goes from 10.0 Hz to 10000.0 Hz");
        assertThat(run(LOW_PASS + ".tran 1u 1m|.meas tran x find v(b) at=2m").out())
                .contains("not solved: x is measured at 0.002 s, and the analysis goes from 0.0 s to 0.001 s");
    }

    // ---- as other programs write it

    @ParameterizedTest
    @CsvSource({
        "V1 a 0 DC 2 AC 1 30 SIN(2 1 1k)",
        "V1 a 0 AC 1 30 SIN(2 1 1k)",
        "V1 a 0 SIN(2 1 1k) AC 1 30",
        "V1 a 0 AC 1 30 DC 2",
    })
    void valueAndPhasorStandInAnyOrder(String source) throws IOException {
        Run run = run(source + "|R1 a 0 1k|.op|.ac lin 1 1k 1k|.meas ac angle find vp(a) at=1k");
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("v(a) = 2 V", "angle = 30 deg");
    }

    @Test
    void afterAPhasorNothingButItsAngleStands() throws IOException {
        assertThat(run("V1 a 0 AC 1 30 2|R1 a 0 1k").err()).contains("x.cir:1:8: AC takes an amplitude");
    }

    /** A crossing is looked for ever nearer to an instant that ends a step, over which next to nothing grows. */
    @Test
    void anInverterIsMeasuredAtTheMiddleOfItsEdge() throws IOException {
        Run run = run(
                ".model MN NMOS(VTO=0.7 KP=100u LAMBDA=0.02 CGSO=1n CGDO=1n)|.model MP PMOS(VTO=-0.7 KP=40u LAMBDA=0.02)|"
                        + "VDD d 0 5|VI i 0 PULSE(0 5 1n 1n 1n 10n 25n)|M1 o i 0 0 MN W=10u L=1u|M2 o i d d MP W=25u L=1u|CL o 0 0.5p|"
                        + ".tran 0.5n 25n|.meas tran at when v(i)=2.5|.print v(o)");
        assertThat(run.out()).contains("at = 1.5 ns");
    }

    @Test
    void aSourceThatDrivesNothingSeesAnInfiniteResistance() throws IOException {
        assertThat(run("V1 a 0 1|C1 a b 1u|R1 b 0 1k|.tf v(b) V1").out())
                .contains("v(b)/V1 = 0", "resistance at V1 = inf ohm");
    }

    @Test
    void expressionsInAFileArePlain() throws IOException {
        assertThat(run("V1 a 0 {2*3}|R1 a b {1e3}|R2 b 0 {sqrt(4e6)}|").out()).contains("v(b) = 4 V");
        assertThat(run("V1 a 0 {2 V}|R1 a b 1k|R2 b 0 {2 kohm}|").out()).contains("v(b) = 1.33333 V");
        assertThat(run("V1 a 0 {2 A}|R1 a 0 1k|").err()).contains("x.cir:1:9", "a voltage (V) is needed here");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                ".print v(a) v( b ) i (V1)    ; ''",
                ".print op v(a)               ; ''",
                ".save all                    ; ''",
                ".print v(a)|+ v(a, b)        ; ''",
                ".print v(a                   ; 4:8: are shown, not v",
                ".print v(a) b                ; 4:13: are shown, not b",
                ".print tran v(a) v           ; 4:18: are shown, not v",
                ".plot v(a)-v(b)              ; 4:11: are shown, not -v",
                ".tran 1m 10m|.four 1k v(a) a ; 5:15: are shown, not a",
            })
    void whatIsNotShownIsSaid(String card, String expected) throws IOException {
        Run run = run(DIVIDER + card);
        if (expected.isEmpty()) {
            assertThat(run.err()).isEmpty();
        } else {
            String[] parts = expected.split(": ", 2);
            assertThat(run.err()).contains("x.cir:" + parts[0] + ":", parts[1]);
        }
    }
}
