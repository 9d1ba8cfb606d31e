package org.ansatz.field.logic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * A Boolean function as a sum of products with as few literals as there can be. It is exact: no other sum of products has
 * fewer. What is not minded may be chosen either way.
 *
 * <p>The products are prime implicants, for a literal that can be left out only costs; which of them, is a covering of the rows
 * in which the function is 1, solved by {@link Covering}. A minimal product of sums is a minimal sum of the complement, by
 * De Morgan, with as many literals.
 *
 * <p>Source: W. V. Quine, "The problem of simplifying truth functions", Amer. Math. Monthly 59 (1952) 521–531; E. J. McCluskey,
 * "Minimization of Boolean functions", Bell Syst. Tech. J. 35 (1956) 1417–1444. The implicants are found over all 3^n products
 * at once, each from two with one literal more, which for so few inputs is faster than merging lists of products.
 */
public final class Minimisation {

    /** Most inputs a function may have: 6561 products, 256 rows to cover. */
    public static final int MAX_INPUTS = 8;

    private final TruthTable on;
    private final List<Product> primes;
    private final LongConsumer work;

    private Minimisation(TruthTable on, List<Product> primes, LongConsumer work) {
        this.on = on;
        this.primes = primes;
        this.work = work;
    }

    /**
     * Prepares a function.
     *
     * @param function where it is 1
     * @param dontCare where its value does not matter, whatever {@code function} says there
     * @param work is told of the steps, and may end them with an exception
     * @throws IllegalArgumentException if there are more than {@value #MAX_INPUTS} inputs, or not as many in both tables
     */
    public static Minimisation of(TruthTable function, TruthTable dontCare, LongConsumer work) {
        if (function.inputs() > MAX_INPUTS) {
            throw new IllegalArgumentException(
                    "a function of " + function.inputs() + " inputs is not minimised; " + MAX_INPUTS + " are possible");
        }
        TruthTable on = function.and(dontCare.not());
        return new Minimisation(on, primes(on, function.or(dontCare), work), work);
    }

    /** The greatest products that are nowhere true where the function must be 0, and somewhere where it must be 1. */
    private static List<Product> primes(TruthTable on, TruthTable allowed, LongConsumer work) {
        int inputs = on.inputs();
        int[] weight = new int[inputs + 1];
        weight[0] = 1;
        for (int i = 0; i < inputs; i++) {
            weight[i + 1] = 3 * weight[i];
        }
        // Digit i of a product's number belongs to bit i of a row: 0 and 1 are that value, 2 leaves the input out.
        int products = weight[inputs];
        boolean[] implicant = new boolean[products];
        boolean[] needed = new boolean[products];
        work.accept(products);
        for (int product = 0; product < products; product++) {
            int free = free(product, inputs);
            if (free < 0) {
                int row = value(product, inputs);
                implicant[product] = allowed.value(row);
                needed[product] = on.value(row);
            } else {
                int low = product - 2 * weight[free];
                int high = product - weight[free];
                implicant[product] = implicant[low] && implicant[high];
                needed[product] = needed[low] || needed[high];
            }
        }
        List<Product> primes = new ArrayList<>();
        for (int product = 0; product < products; product++) {
            if (implicant[product] && needed[product] && isGreatest(product, inputs, weight, implicant)) {
                primes.add(new Product(inputs, care(product, inputs), value(product, inputs)));
            }
        }
        return List.copyOf(primes);
    }

    private static boolean isGreatest(int product, int inputs, int[] weight, boolean[] implicant) {
        for (int i = 0; i < inputs; i++) {
            int digit = product / weight[i] % 3;
            if (digit != 2 && implicant[product + (2 - digit) * weight[i]]) {
                return false;
            }
        }
        return true;
    }

    /** The first input that a product leaves out; −1 if it is a row. */
    private static int free(int product, int inputs) {
        int rest = product;
        for (int i = 0; i < inputs; i++, rest /= 3) {
            if (rest % 3 == 2) {
                return i;
            }
        }
        return -1;
    }

    private static int care(int product, int inputs) {
        int care = 0;
        int rest = product;
        for (int i = 0; i < inputs; i++, rest /= 3) {
            care |= rest % 3 == 2 ? 0 : 1 << i;
        }
        return care;
    }

    private static int value(int product, int inputs) {
        int value = 0;
        int rest = product;
        for (int i = 0; i < inputs; i++, rest /= 3) {
            value |= rest % 3 == 1 ? 1 << i : 0;
        }
        return value;
    }

    /** The prime implicants. With rows that do not matter, those that are true in none but these are left out. */
    public List<Product> primes() {
        return primes;
    }

    /** The prime implicants without which some row cannot be covered. */
    public List<Product> essentials() {
        List<Product> essentials = new ArrayList<>();
        for (int row = 0; row < on.rows(); row++) {
            if (on.value(row)) {
                List<Product> covering = covering(row);
                if (covering.size() == 1 && !essentials.contains(covering.get(0))) {
                    essentials.add(covering.get(0));
                }
            }
        }
        return essentials;
    }

    private List<Product> covering(int row) {
        List<Product> covering = new ArrayList<>();
        for (Product prime : primes) {
            if (prime.covers(row)) {
                covering.add(prime);
            }
        }
        return covering;
    }

    /** A sum of products with the fewest literals; none if the function is 0. */
    public List<Product> minimalSum() {
        List<int[]> columns = new ArrayList<>();
        int[] costs = new int[primes.size()];
        int[] number = new int[on.rows()];
        int rows = 0;
        for (int row = 0; row < on.rows(); row++) {
            number[row] = on.value(row) ? rows++ : -1;
        }
        for (int i = 0; i < costs.length; i++) {
            Product prime = primes.get(i);
            costs[i] = prime.literals();
            int[] column = new int[on.rows()];
            int count = 0;
            for (int row = 0; row < on.rows(); row++) {
                if (number[row] >= 0 && prime.covers(row)) {
                    column[count++] = number[row];
                }
            }
            columns.add(Arrays.copyOf(column, count));
        }
        List<Product> sum = new ArrayList<>();
        for (int column : Covering.cheapest(rows, columns, costs, work)) {
            sum.add(primes.get(column));
        }
        return sum;
    }

    /** The literals of a sum of products. */
    public static int literals(List<Product> sum) {
        int literals = 0;
        for (Product product : sum) {
            literals += product.literals();
        }
        return literals;
    }
}
