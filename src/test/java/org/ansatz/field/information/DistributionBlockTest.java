package org.ansatz.field.information;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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
import org.ansatz.expression.type.Export;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Value;
import org.ansatz.field.Language;
import org.ansatz.field.block.Block;
import org.ansatz.field.block.BlockKind;
import org.ansatz.field.block.Fields;
import org.ansatz.problem.Problem;
import org.ansatz.problem.Question;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Distributions that are drawn as a block says, and what it exports of them. */
final class DistributionBlockTest {

    private static final class Keeper implements BlockKind {
        private final List<Block> found = new ArrayList<>();

        @Override
        public String key() {
            return new DistributionBlock().key();
        }

        @Override
        public Block read(Fields route, Scope scope, Question question) {
            found.add(new DistributionBlock().read(route, scope, question));
            return found.get(0);
        }
    }

    private static String problem(String distribution) {
        return """
                title: A shift
                statement: Does the entropy grow?
                answer: {kind: number}
                routes:
                  drawn:
                    distribution: {%s}
                    value: dH
                """.formatted(distribution);
    }

    private record Read(Block block, Frame frame) {

        static Read of(String distribution) {
            Keeper keeper = new Keeper();
            Bank bank = new BankLoader(Language.registry(), List.of(keeper))
                    .problem(
                            new ByteArrayInputStream(problem(distribution).getBytes(StandardCharsets.UTF_8)),
                            "test.yaml")
                    .bank();
            assertThat(bank.faults()).isEmpty();
            Problem problem = bank.problems().values().iterator().next();
            return new Read(keeper.found.get(0), problem.published().frame());
        }

        Estimate export(String name, int number) {
            Model model = block.solve(frame.rested(), Sample.inside(1, number));
            Export export = block.exports().stream()
                    .filter(each -> each.name().equals(name))
                    .findFirst()
                    .orElseThrow();
            return model.evaluate(export, List.of(), frame);
        }

        double number(String name, int number) {
            return Arithmetic.real(export(name, number).value());
        }

        double[] row(String name, int number) {
            return ((Value.Array) export(name, number).value())
                    .entries().stream().mapToDouble(Arithmetic::real).toArray();
        }
    }

    @Test
    void probabilityIsMovedFromOneSymbolToItsEqual() {
        Read read = Read.of("symbols: 4, equal: '[2, 3]', raise: 2, lower: 3");
        assertThat(read.block().isSampled()).isTrue();
        for (int draw = 0; draw < 20; draw++) {
            double[] before = read.row("before", draw);
            double[] after = read.row("after", draw);
            double shift = read.number("epsilon", draw);
            assertThat(read.number("N", draw)).isEqualTo(4);
            assertThat(before).hasSize(4);
            assertThat(before[1]).isEqualTo(before[2]);
            assertThat(shift).isPositive().isLessThanOrEqualTo(before[2]);
            assertThat(after).containsExactly(before[0], before[1] + shift, before[2] - shift, before[3]);
            double change = plogp(before[1]) + plogp(before[2]) - plogp(after[1]) - plogp(after[2]);
            Estimate found = read.export("dH", draw);
            assertThat(Arithmetic.real(found.value())).isCloseTo(change, within(found.error()));
            assertThat(found.error()).isPositive().isLessThan(1e-14);
            assertThat(read.export("epsilon", draw).error()).isEqualTo(Math.ulp(shift));
            assertThat(read.export("N", draw).error()).isZero();
            assertThat(read.export("before", draw).error()).isZero();
            assertThat(read.export("after", draw).error()).isZero();
        }
    }

    private static double plogp(double p) {
        return p == 0 ? 0 : p * Math.log(p) / Math.log(2);
    }

    @ParameterizedTest
    @CsvSource({"'[1, 4]', 4, 1", "'[4,1]', 4, 1", "'[ 4 , 1 ]', 1, 4"})
    void theEqualSymbolsAreNamedInAnyOrder(String equal, int raised, int lowered) {
        Read read = Read.of("symbols: 4, equal: '%s', raise: %d, lower: %d".formatted(equal, raised, lowered));
        double[] before = read.row("before", 0);
        assertThat(before[0]).isEqualTo(before[3]);
        assertThat(read.row("after", 0)[raised - 1]).isGreaterThan(before[raised - 1]);
        assertThat(read.row("after", 0)[lowered - 1]).isLessThan(before[lowered - 1]);
    }

    @Test
    void theNumberOfSymbolsIsDrawnFromItsRange() {
        Read read = Read.of("symbols: '3:5', equal: '[1, 2]', raise: 1, lower: 2");
        List<Double> drawn = new ArrayList<>();
        for (int draw = 0; draw < 60; draw++) {
            drawn.add(read.number("N", draw));
            assertThat(read.row("before", draw)).hasSize((int) read.number("N", draw));
        }
        assertThat(drawn).contains(3.0, 4.0, 5.0).allMatch(symbols -> symbols >= 3 && symbols <= 5);
    }

    @ParameterizedTest
    @CsvSource({
        "3, 1, 3, true",
        "2, 1, 3, false",
        "3, 3, 1, true",
        "2, 3, 1, false",
        "65536, 1, 2, true",
        "65537, 1, 2, false",
        "0, 1, 2, false",
    })
    void thereAreAsManySymbolsAsAreNamedAndNotTooMany(String symbols, int raised, int lowered, boolean isPossible) {
        Read read = Read.of("symbols: %s, equal: '[%d, %d]', raise: %d, lower: %d"
                .formatted(symbols, raised, lowered, raised, lowered));
        if (isPossible) {
            assertThat(read.number("N", 0)).isEqualTo(Double.parseDouble(symbols));
        } else {
            assertThatThrownBy(() -> read.number("N", 0))
                    .hasMessage("%s symbols; from %d to 65536 are possible", symbols, Math.max(raised, lowered));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "symbols: 4, equal: '[1, 2]', raise: 1, lower: 3; the two equally likely symbols are the one that is raised"
                        + " and the one that is lowered: equal: [1,3]",
                "symbols: 4, equal: '[1, 3]', raise: 1, lower: 2; equal: [1,2]",
                "symbols: 4, equal: '[2, 2]', raise: 2, lower: 2; the two equally likely symbols",
                "symbols: 4, equal: '[1, 2]', raise: 0, lower: 2; a symbol is named by its number, the first being 1",
                "symbols: 4, equal: '[1, 2]', raise: 1, lower: two; a symbol is named by its number, the first being 1",
                "symbols: '2..4', equal: '[1, 2]', raise: 1, lower: 2; numbers of symbols are whole: write 2:16",
                "symbols: 4, equal: '[1, 2]', raise: 1, lower: 2, rise: 1; unknown field 'rise'",
            })
    void whatIsMisspeltIsShown(String distribution, String fault) {
        assertThat(Yaml.faults(Yaml.read(problem(distribution)))).anyMatch(found -> found.contains(fault));
    }
}
