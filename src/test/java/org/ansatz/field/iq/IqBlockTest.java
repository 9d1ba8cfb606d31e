package org.ansatz.field.iq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.ansatz.bank.Bank;
import org.ansatz.bank.BankLoader;
import org.ansatz.bank.Yaml;
import org.ansatz.expression.evaluation.Frame;
import org.ansatz.expression.evaluation.Model;
import org.ansatz.expression.term.Sample;
import org.ansatz.expression.term.Scope;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.field.Language;
import org.ansatz.field.block.Block;
import org.ansatz.field.block.BlockKind;
import org.ansatz.field.block.Fields;
import org.ansatz.problem.Problem;
import org.ansatz.problem.Question;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Powers of the block beside (1 ± 2g·cos φ + g²)/4 by mpmath, to 20 digits, and how wrong it says that they may be. */
final class IqBlockTest {

    private static final class Keeper implements BlockKind {
        private final List<Block> found = new ArrayList<>();

        @Override
        public String key() {
            return new IqBlock().key();
        }

        @Override
        public Block read(Fields route, Scope scope, Question question) {
            found.add(new IqBlock().read(route, scope, question));
            return found.get(0);
        }
    }

    private static String problem(String iq) {
        return """
                title: An arm
                statement: How strong is the image?
                answer: {kind: number}
                routes:
                  spectrum:
                    iq: {%s}
                    value: image/wanted
                """.formatted(iq);
    }

    private record Read(Block block, Frame frame) {

        static Read of(String iq) {
            Keeper keeper = new Keeper();
            Bank bank = new BankLoader(Language.registry(), List.of(keeper))
                    .problem(new ByteArrayInputStream(problem(iq).getBytes(StandardCharsets.UTF_8)), "test.yaml")
                    .bank();
            assertThat(bank.faults()).isEmpty();
            Problem problem = bank.problems().values().iterator().next();
            return new Read(keeper.found.get(0), problem.published().frame());
        }

        List<Estimate> powers() {
            Model model = block.solve(frame.rested(), Sample.inside(0, 0));
            return block.exports().stream()
                    .map(export -> model.evaluate(export, List.of(), frame))
                    .toList();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "transmit, 1.3 dB, 0.05, 1.1672392734021208614, 0.0072421678937059432084",
        "transmit, -0.7 dB, -0.11, 0.921282257461138809, 0.004286761640049424908",
        "transmit, 0.01 dB, 0.0001, 1.0011522847856794697, 3.3425327036624643856e-7",
        "transmit, 6 dB, 1.2, 1.606767312405769436, 0.8837685403617168178",
        "transmit, 0 dB, 0.3, 0.97766824456280300982, 0.022331755437196990179",
        "transmit, -0.24 dB, 0, 0.97293290222993080711, 0.00018567845296570405572",
        "receive, 1.3 dB, 0.05, 1.1672392734021208614, 0.0072421678937059432084",
        "receive, -0.7 dB, -0.11, 0.921282257461138809, 0.004286761640049424908",
        "receive, 0.01 dB, 0.0001, 1.0011522847856794697, 3.3425327036624643856e-7",
        "receive, 6 dB, 1.2, 1.606767312405769436, 0.8837685403617168178",
        "receive, 0 dB, 0.3, 0.97766824456280300982, 0.022331755437196990179",
        "receive, -0.24 dB, 0, 0.97293290222993080711, 0.00018567845296570405572"
    })
    void theErrorOfAPowerIsCoveredAndNoMoreThanItsRounding(
            String side, String gain, String phase, double wanted, double image) {
        List<Estimate> powers = Read.of("gain: " + gain + ", phase: " + phase + ", side: " + side)
                .powers();
        double[] exact = {wanted, image};
        for (int k = 0; k < 2; k++) {
            double amplitude = Math.sqrt(exact[k]);
            assertThat(Math.abs(Arithmetic.real(powers.get(k).value()) - exact[k]))
                    .isLessThan(powers.get(k).error());
            assertThat(powers.get(k).error()).isBetween(2 * amplitude * 0x1p-53, 4e-15 * amplitude + 1e-29);
        }
    }

    /** 20·lg 2 dB is a ratio of 2; without a side the modulator is meant. */
    @Test
    void aGainIsALevelOrARatio() {
        List<Estimate> ratio = Read.of("gain: 2, phase: 0").powers();
        assertThat(Arithmetic.real(ratio.get(0).value())).isCloseTo(2.25, within(1e-14));
        assertThat(Arithmetic.real(ratio.get(1).value())).isCloseTo(0.25, within(1e-14));
        assertThat(Read.of("gain: 2, phase: 0").block().exports().get(0).name()).isEqualTo("wanted");
    }

    @Test
    void dataThatAreExactAreKnownToBe() {
        assertThat(isExact("gain: 2, phase: 0.1")).isTrue();
        assertThat(isExact("gain: 2, phase: sin(1)")).isFalse();
        assertThat(isExact("gain: sin(1), phase: 0.1")).isFalse();
    }

    private static boolean isExact(String iq) {
        Read read = Read.of(iq);
        return read.block().isExact(read.frame());
    }

    @Test
    void whatIsMisspeltIsShown() {
        assertThat(Yaml.faults(Yaml.read(problem("gain: 1 m, phase: 0")))).anyMatch(fault -> fault.contains("length"));
        assertThat(Yaml.faults(Yaml.read(problem("gain: 1, phase: 0, sied: transmit"))))
                .anyMatch(fault -> fault.contains("unknown field 'sied'"));
        assertThat(Yaml.faults(Yaml.read(problem("gain: 1, phase: 0, side: both"))))
                .anyMatch(fault -> fault.contains("'both' is none of transmit, receive"));
    }
}
