package org.ansatz.field.logic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Minimal sums against exhaustive searches, which know no prime implicants. */
final class MinimisationTest {

    /** Random functions of eight inputs for each density; .ci/soak tries more. */
    private static final int FUNCTIONS = Integer.getInteger("ansatz.minimisations", 2);

    private static final long WORK = 2_500_000;

    /** The rows of each product of so many inputs, as bits, by literals: every choice of true, complemented and left out. */
    private static List<List<Integer>> products(int inputs) {
        List<List<Integer>> byLiterals = new ArrayList<>();
        for (int i = 0; i <= inputs; i++) {
            byLiterals.add(new ArrayList<>());
        }
        int choices = (int) Math.round(Math.pow(3, inputs));
        for (int choice = 0; choice < choices; choice++) {
            int rows = 0;
            int literals = 0;
            for (int rest = choice; rest > 0; rest /= 3) {
                literals += rest % 3 == 0 ? 0 : 1;
            }
            for (int row = 0; row < 1 << inputs; row++) {
                boolean holds = true;
                int rest = choice;
                for (int i = 0; i < inputs; i++, rest /= 3) {
                    int bit = row >>> i & 1;
                    holds &= rest % 3 == 0 || bit == rest % 3 - 1;
                }
                rows |= holds ? 1 << row : 0;
            }
            byLiterals.get(literals).add(rows);
        }
        return byLiterals;
    }

    /** The fewest literals of a sum of products for every function of so many inputs: shortest ways through all functions. */
    private static int[] fewest(int inputs) {
        List<List<Integer>> products = products(inputs);
        int[] fewest = new int[1 << (1 << inputs)];
        Arrays.fill(fewest, Integer.MAX_VALUE);
        List<List<Integer>> at = new ArrayList<>();
        at.add(new ArrayList<>(List.of(0)));
        fewest[0] = 0;
        for (int cost = 0; cost < at.size(); cost++) {
            for (int i = 0; i < at.get(cost).size(); i++) {
                int function = at.get(cost).get(i);
                if (fewest[function] < cost) {
                    continue;
                }
                for (int literals = 0; literals <= inputs; literals++) {
                    for (int product : products.get(literals)) {
                        int sum = function | product;
                        if (cost + literals < fewest[sum]) {
                            fewest[sum] = cost + literals;
                            while (at.size() <= cost + literals) {
                                at.add(new ArrayList<>());
                            }
                            at.get(cost + literals).add(sum);
                        }
                    }
                }
            }
        }
        return fewest;
    }

    private static TruthTable table(int inputs, int rows) {
        return TruthTable.of(inputs, row -> (rows >>> row & 1) != 0);
    }

    private static Minimisation minimisation(TruthTable function, TruthTable dontCare) {
        long[] left = {WORK};
        return Minimisation.of(function, dontCare, steps -> {
            left[0] -= steps;
            assertThat(left[0]).as("work left").isPositive();
        });
    }

    private static Minimisation minimisation(TruthTable function) {
        return minimisation(function, TruthTable.constant(function.inputs(), false));
    }

    /** The sum, after a look at whether it is the function wherever that matters. */
    private static List<Product> checkedSum(Minimisation minimisation, TruthTable function, TruthTable dontCare) {
        List<Product> sum = minimisation.minimalSum();
        for (int row = 0; row < function.rows(); row++) {
            int at = row;
            boolean value = sum.stream().anyMatch(product -> product.covers(at));
            assertThat(dontCare.value(row) || value == function.value(row)).isTrue();
        }
        return sum;
    }

    @Test
    void everyFunctionOfFourInputsHasAsFewLiteralsAsAnExhaustiveSearchFinds() {
        int[] fewest = fewest(4);
        TruthTable never = TruthTable.constant(4, false);
        for (int rows = 0; rows < fewest.length; rows++) {
            TruthTable function = table(4, rows);
            List<Product> sum = checkedSum(minimisation(function), function, never);
            assertThat(Minimisation.literals(sum)).as("function %x", rows).isEqualTo(fewest[rows]);
        }
    }

    @Test
    void everyFunctionOfThreeInputsWithRowsThatDoNotMatterHasToo() {
        int[] fewest = fewest(3);
        for (int dontCare = 0; dontCare < 256; dontCare++) {
            for (int on = 0; on < 256; on++) {
                if ((on & dontCare) != 0) {
                    continue;
                }
                int best = Integer.MAX_VALUE;
                for (int free = dontCare; ; free = free - 1 & dontCare) {
                    best = Math.min(best, fewest[on | free]);
                    if (free == 0) {
                        break;
                    }
                }
                TruthTable function = table(3, on);
                TruthTable any = table(3, dontCare);
                List<Product> sum = checkedSum(minimisation(function, any), function, any);
                assertThat(Minimisation.literals(sum))
                        .as("%x, %x", on, dontCare)
                        .isEqualTo(best);
            }
        }
    }

    @Test
    void thePrimeImplicantsAreTheGreatestProductsWithinAFunction() {
        List<Integer> products = new ArrayList<>();
        products(4).forEach(products::addAll);
        Random random = new Random(1);
        for (int trial = 0; trial < 500; trial++) {
            int rows = random.nextInt(65536);
            long primes = products.stream()
                    .filter(a -> (a & ~rows) == 0)
                    .filter(a ->
                            products.stream().noneMatch(b -> b.intValue() != a && (a & ~b) == 0 && (b & ~rows) == 0))
                    .count();
            assertThat(minimisation(table(4, rows)).primes()).as("%x", rows).hasSize((int) primes);
        }
    }

    /**
     * A symmetric function that is 1 from a to b ones has n!/(a! (b−a)! (n−b)!) prime implicants: a inputs that must be 1, n − b that
     * must be 0 (Knuth, TAOCP 4A, 7.1.1).
     */
    @ParameterizedTest
    @CsvSource({"8, 2, 5, 560", "8, 3, 5, 560", "8, 4, 4, 70", "8, 1, 7, 56", "7, 2, 4, 210", "8, 0, 8, 1"})
    void aSymmetricFunctionHasAsManyPrimesAsCombinatoricsSays(int inputs, int from, int to, int primes) {
        TruthTable function =
                TruthTable.of(inputs, row -> Integer.bitCount(row) >= from && Integer.bitCount(row) <= to);
        assertThat(minimisation(function).primes()).hasSize(primes);
    }

    @Test
    void parityHasNoShorterSumThanItsRows() {
        TruthTable parity = TruthTable.of(8, row -> Integer.bitCount(row) % 2 == 1);
        Minimisation minimisation = minimisation(parity);
        assertThat(minimisation.essentials()).hasSize(128);
        assertThat(Minimisation.literals(minimisation.minimalSum())).isEqualTo(1024);
    }

    /** The cyclic function of textbooks: six primes, none essential, and three suffice. */
    @Test
    void aCycleOfPrimesHasNoEssentialOne() {
        TruthTable cycle = TruthTable.of(3, row -> row != 0 && row != 7);
        Minimisation minimisation = minimisation(cycle);
        assertThat(minimisation.primes()).hasSize(6);
        assertThat(minimisation.essentials()).isEmpty();
        assertThat(Minimisation.literals(minimisation.minimalSum())).isEqualTo(6);
    }

    /** Few rows to cover and many that do not matter: the fewest literals by trying every set of rows. */
    @Test
    void functionsOfEightInputsAreMinimalToo() {
        Random random = new Random(2);
        for (int trial = 0; trial < 20; trial++) {
            int[] kinds = random.ints(256, 0, 4).toArray();
            List<Integer> on = new ArrayList<>();
            while (on.size() < 10) {
                int row = random.nextInt(256);
                if (!on.contains(row)) {
                    on.add(row);
                }
            }
            TruthTable function = TruthTable.of(8, on::contains);
            TruthTable any = TruthTable.of(8, row -> !on.contains(row) && kinds[row] > 0);
            int[] fewest = new int[1 << on.size()];
            Arrays.fill(fewest, 1000);
            fewest[0] = 0;
            for (int care = 0; care < 256; care++) {
                for (int value = care; ; value = value - 1 & care) {
                    int covered = coveredBy(care, value, on, any);
                    for (int set = 0; covered > 0 && set < fewest.length; set++) {
                        int cost = fewest[set] + Integer.bitCount(care);
                        fewest[set | covered] = Math.min(fewest[set | covered], cost);
                    }
                    if (value == 0) {
                        break;
                    }
                }
            }
            List<Product> sum = checkedSum(minimisation(function, any), function, any);
            assertThat(Minimisation.literals(sum)).isEqualTo(fewest[fewest.length - 1]);
        }
    }

    /** Which of the rows a product covers, as bits; none if it covers a row that must be 0. */
    private static int coveredBy(int care, int value, List<Integer> on, TruthTable any) {
        int covered = 0;
        for (int row = 0; row < 256; row++) {
            if ((row & care) == value) {
                int place = on.indexOf(row);
                if (place < 0 && !any.value(row)) {
                    return 0;
                }
                covered |= place < 0 ? 0 : 1 << place;
            }
        }
        return covered;
    }

    /** Random functions, from sparse to dense; {@link #WORK} is what about a second does. */
    @ParameterizedTest
    @CsvSource({"10", "30", "50", "60", "70", "80", "90", "95"})
    void eightInputsTakeBoundedWork(int percent) {
        TruthTable never = TruthTable.constant(8, false);
        for (int seed = 1; seed <= FUNCTIONS; seed++) {
            int[] drawn = new Random(seed).ints(256, 0, 100).toArray();
            TruthTable function = TruthTable.of(8, row -> drawn[row] < percent);
            assertThat(checkedSum(minimisation(function), function, never)).isNotEmpty();
        }
    }

    /**
     * Where all rows are alike nothing is essential, and every branch looks as good as every other. The literals are bounded below
     * by the rows with fewest or most ones, which no prime implicant covers two of: 70 · 7, 56 · 6 and 28 · 4; the last is 8 · 2, a cycle
     * A B' + B C' + … + H A'.
     */
    @ParameterizedTest
    @CsvSource({"3, 4, 490", "3, 5, 336", "2, 6, 112", "1, 7, 16"})
    void symmetricFunctionsOfEightInputsTakeBoundedWork(int from, int to, int literals) {
        TruthTable function = TruthTable.of(8, row -> Integer.bitCount(row) >= from && Integer.bitCount(row) <= to);
        List<Product> sum = checkedSum(minimisation(function), function, TruthTable.constant(8, false));
        assertThat(Minimisation.literals(sum)).isEqualTo(literals);
    }

    @Test
    void moreInputsThanEightAreRefused() {
        assertThatThrownBy(() -> minimisation(TruthTable.constant(9, true)))
                .hasMessage("a function of 9 inputs is not minimised; 8 are possible");
    }
}
