package org.ansatz.field.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.ansatz.bank.Bank;
import org.ansatz.bank.BankLoader;
import org.ansatz.expression.evaluation.Frame;
import org.ansatz.expression.term.Sample;
import org.ansatz.expression.term.Scope;
import org.ansatz.expression.type.Export;
import org.ansatz.expression.value.Value;
import org.ansatz.field.Language;
import org.ansatz.field.block.Block;
import org.ansatz.field.block.BlockKind;
import org.ansatz.field.block.Fields;
import org.ansatz.problem.Problem;
import org.ansatz.problem.Question;
import org.ansatz.quantity.Rational;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How wrong the block says that its values may be: not at all by less than rounding, and by what data leave open of angles. */
final class ErrorsOfLinesTest {

    private static final double ROUNDING = 0x1p-52;

    private static final class Keeper implements BlockKind {
        private final List<Block> found = new ArrayList<>();

        @Override
        public String key() {
            return "line";
        }

        @Override
        public Block read(Fields route, Scope scope, Question question) {
            found.add(new LineBlock().read(route, scope, question));
            return found.get(0);
        }
    }

    /** The error that the block claims of one of its functions at an exact frequency in hertz. */
    private static double error(String sections, String load, String name, String hertz) {
        String text = """
                title: A line
                statement: What does it show?
                answer: {kind: complex}
                routes:
                  chain:
                    line:
                      source: 50 ohm
                      sections: [%s]
                      load: %s
                    value: s11(1 GHz)
                """.formatted(sections, load);
        Keeper keeper = new Keeper();
        Bank bank = new BankLoader(Language.registry(), List.of(keeper))
                .problem(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "test.yaml")
                .bank();
        assertThat(bank.faults()).isEmpty();
        Problem problem = bank.problems().values().iterator().next();
        Frame frame = problem.published().frame();
        Block block = keeper.found.get(0);
        Export export = block.exports().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        Value frequency = new Value.Exact(Rational.parse(hertz));
        return block.solve(frame.rested(), Sample.inside(0, 0))
                .evaluate(export, List.of(frequency), frame)
                .error();
    }

    /** A part of 1e-14 of what is shown or of one, of a ratio of standing waves of its square; and three times the rounding of impedances. */
    @ParameterizedTest
    @CsvSource({
        "gamma, 150 ohm, 1e-14, 1.3e-14",
        "zin, 0.5 ohm, 1e-14, 1.1e-14",
        "zin, 200 ohm, 2e-12, 2.5e-12",
        "vswr, 100 ohm, 4e-14, 5e-14",
        "vswr, 500 ohm, 1e-12, 1.2e-12",
        "s11, 150 ohm, 1e-14, 1.3e-14",
        "s22, 150 ohm, 1e-14, 1.3e-14",
        "s21, 150 ohm, 1e-14, 1.3e-14",
        "s12, 150 ohm, 1e-14, 1.3e-14"
    })
    void withoutALineOnlyRoundingIsClaimed(String name, String load, double least, double most) {
        assertThat(error("", load, name, "1e9")).isBetween(least, most);
    }

    /** 1e5 turns of a matched line: as doubles hold length, velocity and frequency or do not, so much of the angle is open. */
    @ParameterizedTest
    @CsvSource({
        "32768 m, 2e8 m/s, 1e9, 0",
        "32768.1 m, 2e8 m/s, 1e9, 1",
        "32768 m, 200000000.1 m/s, 1e9, 1",
        "32768.1 m, 200000000.1 m/s, 1e9, 2",
        "32768 m, 2e8 m/s, 1000000000.1, 1",
        "32768 m, (sin(1)^2 + cos(1)^2) * 2e8 m/s, 1e9, 2",
        "(sin(1)^2 + cos(1)^2) * 32768 m, 2e8 m/s, 1e9, 2"
    })
    void whatIsOpenOfLengthVelocityAndFrequencyIsClaimed(
            String length, String velocity, String frequency, double roundings) {
        double open = roundings * 2 * Math.PI * 163_840 * ROUNDING;
        String section = "{Z0: 50 ohm, length: \"" + length + "\", velocity: \"" + velocity + "\"}";
        assertThat(error(section, "50 ohm", "s21", frequency)).isBetween(open, 3.3 * open + 2e-14);
    }

    /** At an eighth of a turn besides the admittance of a stub is ±j/50 S, and s21 changes by 4/5 of what the angle does. */
    @Test
    void ofAStubAsMuchIsOpen() {
        double open = 2 * Math.PI * 163_840 * ROUNDING * 4 / 5;
        for (String kind : List.of("open", "short")) {
            assertThat(error(
                            "{stub: " + kind + ", Z0: 50 ohm, length: 32768.025 m, velocity: 2e8 m/s}",
                            "50 ohm",
                            "s21",
                            "1e9"))
                    .isBetween(open, 3.3 * open + 2e-14);
        }
    }

    /** Of a velocity of 0.1 that of light is meant, which is 10.9 times the turns. */
    @Test
    void aVelocityWithoutAUnitIsAPartOfThatOfLight() {
        double turns = 32_768 * 1e9 / 29_979_245.8;
        assertThat(error("{Z0: 50 ohm, length: 32768 m, velocity: 0.1}", "50 ohm", "s21", "1e9"))
                .isBetween(2 * Math.PI * turns * ROUNDING, 3.3 * 2 * Math.PI * turns * ROUNDING);
    }

    /** Lumped elements have no length of which anything is open. */
    @Test
    void elementsWithoutALengthAreKnownToRounding() {
        assertThat(error("{series: 0.1 ohm}, {shunt: 3 kohm}", "50 ohm", "s21", "1000000000.1"))
                .isLessThan(1.3e-14);
    }
}
