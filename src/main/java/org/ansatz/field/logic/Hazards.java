package org.ansatz.field.logic;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;

/**
 * Static hazards of a function as its gates are written: one input changes, the function is the same before and after, and in between
 * it may be the other value for a moment.
 *
 * <p>A static-1 hazard: the function is 1 at both ends and comes to 0 while the input and its complement are both 0; in a sum of
 * products no product covers both ends. A static-0 hazard is the same with 0 and 1 exchanged. A product of the function that leaves the
 * input out covers the gap, as the consensus {@code B C} of {@code A B} and {@code A'C} does.
 */
final class Hazards {

    private final DoubleRail function;
    private final LongConsumer work;

    /**
     * One change of an input.
     *
     * @param input which input changes
     * @param row the row of the truth table before, in which that input is 0
     */
    record Hazard(int input, int row) {}

    Hazards(DoubleRail function, LongConsumer work) {
        this.function = function;
        this.work = work;
    }

    /** All static hazards of one kind, each change of one input once for both directions. */
    List<Hazard> all(boolean level) {
        int inputs = function.inputs().size();
        TruthTable atRest = function.atRest();
        List<Hazard> hazards = new ArrayList<>();
        for (int input = 0; input < inputs; input++) {
            TruthTable moving = function.whileChanging(input, !level);
            int bit = 1 << inputs - 1 - input;
            for (int row = 0; row < atRest.rows(); row++) {
                boolean isStatic = (row & bit) == 0 && atRest.value(row) == level && atRest.value(row | bit) == level;
                if (isStatic && moving.value(row) != level) {
                    hazards.add(new Hazard(input, row));
                }
            }
        }
        return hazards;
    }

    /** Products with the fewest literals which, added to the function, leave no static-1 hazard. */
    List<Product> terms() {
        return covering(all(true), function.atRest());
    }

    /** Products with the fewest literals whose complements, multiplied with the function, leave no static-0 hazard. */
    List<Product> complementsOfFactors() {
        return covering(all(false), function.atRest().not());
    }

    private List<Product> covering(List<Hazard> hazards, TruthTable ones) {
        int inputs = function.inputs().size();
        List<Product> primes =
                Minimisation.of(ones, TruthTable.constant(inputs, false), work).primes();
        List<int[]> columns = new ArrayList<>();
        int[] costs = new int[primes.size()];
        for (int i = 0; i < costs.length; i++) {
            Product prime = primes.get(i);
            costs[i] = prime.literals();
            columns.add(IntStream.range(0, hazards.size())
                    .filter(k -> leavesOut(prime, hazards.get(k)))
                    .toArray());
        }
        List<Product> cover = new ArrayList<>();
        for (int column : Covering.cheapest(hazards.size(), columns, costs, work)) {
            cover.add(primes.get(column));
        }
        return cover;
    }

    private static boolean leavesOut(Product product, Hazard hazard) {
        return product.covers(hazard.row) && !product.has(hazard.input);
    }

    /** What is wrong, change by change, and what mends it. */
    List<String> account() {
        List<String> lines = new ArrayList<>();
        describe(true, lines);
        describe(false, lines);
        return lines;
    }

    private void describe(boolean level, List<String> lines) {
        List<Product> mends = level ? terms() : complementsOfFactors();
        for (Hazard hazard : all(level)) {
            String others = function.row(hazard.row, hazard.input);
            String mend = "";
            for (Product product : mends) {
                if (leavesOut(product, hazard)) {
                    mend = level
                            ? "; the product " + product.written(function.inputs()) + " covers it"
                            : "; the sum " + product.complementWritten(function.inputs()) + " covers it";
                }
            }
            lines.add(function.name() + " has a static-" + (level ? 1 : 0) + " hazard where "
                    + function.inputs().get(hazard.input) + " changes" + (others.isEmpty() ? "" : " at " + others)
                    + mend);
        }
    }
}
