package org.ansatz.field.logic;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The cheapest choice of columns that covers all rows of a table, exactly, by branch and bound.
 *
 * <p>A table is first made smaller: a row with one column takes it, a column that covers no more than a cheaper one is left out,
 * and so is a row that is covered wherever another is. Parts that share no column are solved apart. What is left is bounded from
 * below by the Lagrangian relaxation, in which rows pay for their columns, and split by the columns of a row that has few. The
 * bound is a double, but costs are whole numbers: it only has to be right to {@value #SLACK}, and its rounding is about 1e-12.
 *
 * <p>Source: E. J. McCluskey, "Minimization of Boolean functions", Bell Syst. Tech. J. 35 (1956) 1417–1444, for the reductions; J. E.
 * Beasley, "An algorithm for set covering problem", European J. Operational Research 31 (1987) 85–93, for the bound by subgradients
 * and the removal of columns by their reduced costs.
 */
final class Covering {

    private static final double SLACK = 1e-6;
    private static final int ROUNDS = 120;
    private static final int PATIENCE = 12;
    private static final double FIRST_STEP = 2;
    private static final double LAST_STEP = 0.01;
    private static final int GREEDY_EVERY = 30;

    private final LongConsumer work;

    private Covering(LongConsumer work) {
        this.work = work;
    }

    /**
     * The columns of the cheapest cover, ascending.
     *
     * @param rows the number of rows, all of which are to be covered
     * @param columns the rows that each column covers
     * @param costs what each costs, 0 or more
     * @param work is told of the steps, and may end them with an exception
     * @throws IllegalArgumentException if some row has no column
     */
    static List<Integer> cheapest(int rows, List<int[]> columns, int[] costs, LongConsumer work) {
        boolean[] covered = new boolean[rows];
        List<Column> all = new ArrayList<>();
        int limit = 1;
        for (int i = 0; i < costs.length; i++) {
            long[] bits = new long[words(rows)];
            for (int row : columns.get(i)) {
                bits[row / Long.SIZE] |= 1L << row;
                covered[row] = true;
            }
            all.add(new Column(i, costs[i], bits));
            limit += costs[i];
        }
        for (int row = 0; row < rows; row++) {
            if (!covered[row]) {
                throw new IllegalArgumentException("nothing covers row " + row);
            }
        }
        long[] open = new long[words(rows)];
        for (int row = 0; row < rows; row++) {
            open[row / Long.SIZE] |= 1L << row;
        }
        Cover best = new Covering(work).below(limit, open, all, new double[rows]);
        if (best == null) {
            throw new IllegalStateException("no cover below " + limit + ", which is more than all columns cost");
        }
        List<Integer> chosen = new ArrayList<>();
        best.columns().forEach(column -> chosen.add(column.number()));
        chosen.sort(null);
        return chosen;
    }

    private static int words(int bits) {
        return (bits + Long.SIZE - 1) / Long.SIZE;
    }

    /** A column: the rows it covers as bits; those that are covered already count no more. */
    private static final class Column {
        private final int number;
        private final int cost;
        private final long[] rows;

        Column(int number, int cost, long[] rows) {
            this.number = number;
            this.cost = cost;
            this.rows = rows;
        }

        int number() {
            return number;
        }

        int cost() {
            return cost;
        }

        boolean covers(int row) {
            return (rows[row / Long.SIZE] >>> row & 1) != 0;
        }

        int countIn(long[] open) {
            int count = 0;
            for (int i = 0; i < open.length; i++) {
                count += Long.bitCount(rows[i] & open[i]);
            }
            return count;
        }

        boolean isWithin(Column other, long[] open) {
            for (int i = 0; i < open.length; i++) {
                if ((rows[i] & open[i] & ~other.rows[i]) != 0) {
                    return false;
                }
            }
            return true;
        }
    }

    /** Columns that cover what was to be covered. */
    private record Cover(List<Column> columns, int cost) {
        static Cover of(List<Column> columns) {
            int cost = 0;
            for (Column column : columns) {
                cost += column.cost();
            }
            return new Cover(columns, cost);
        }
    }

    /** What is left of a table: open rows, and columns that each cover some of them. */
    private static final class Rest {
        final long[] open;
        List<Column> columns;
        final List<Column> taken = new ArrayList<>();

        Rest(long[] open, List<Column> columns) {
            this.open = open.clone();
            this.columns = columns;
        }

        boolean isEmpty() {
            for (long word : open) {
                if (word != 0) {
                    return false;
                }
            }
            return true;
        }

        List<Integer> rows() {
            List<Integer> rows = new ArrayList<>();
            for (int i = 0; i < open.length; i++) {
                for (long word = open[i]; word != 0; word &= word - 1) {
                    rows.add(i * Long.SIZE + Long.numberOfTrailingZeros(word));
                }
            }
            return rows;
        }

        List<Column> of(int row) {
            List<Column> covering = new ArrayList<>();
            for (Column column : columns) {
                if (column.covers(row)) {
                    covering.add(column);
                }
            }
            return covering;
        }

        void take(Column column) {
            taken.add(column);
            for (int i = 0; i < open.length; i++) {
                open[i] &= ~column.rows[i];
            }
        }
    }

    /**
     * The cheapest cover of the open rows that costs less than {@code limit}, or null if there is none.
     *
     * @param prices a first guess of what each row may pay; not changed
     */
    private @Nullable Cover below(int limit, long[] open, List<Column> columns, double[] prices) {
        Rest rest = new Rest(open, columns);
        if (!reduce(rest)) {
            return null;
        }
        int left = limit - Cover.of(rest.taken).cost();
        if (rest.isEmpty()) {
            return left > 0 ? Cover.of(rest.taken) : null;
        }
        List<Rest> parts = parts(rest);
        Cover others = parts.size() == 1 ? connected(left, rest, prices) : apart(left, parts, prices);
        if (others == null) {
            return null;
        }
        List<Column> all = new ArrayList<>(rest.taken);
        all.addAll(others.columns());
        return Cover.of(all);
    }

    // ---- making a table smaller

    /** Makes the table as small as it gets; whether every row has a column. */
    private boolean reduce(Rest rest) {
        boolean changed = true;
        while (changed) {
            if (!takeOnlyColumns(rest)) {
                return false;
            }
            int before = rest.columns.size();
            leaveOutColumns(rest);
            changed = rest.columns.size() < before;
            changed |= leaveOutRows(rest);
        }
        return true;
    }

    private static boolean takeOnlyColumns(Rest rest) {
        for (int row : rest.rows()) {
            if ((rest.open[row / Long.SIZE] >>> row & 1) == 0) {
                continue;
            }
            List<Column> covering = rest.of(row);
            if (covering.isEmpty()) {
                return false;
            }
            if (covering.size() == 1) {
                rest.take(covering.get(0));
            }
        }
        return true;
    }

    private void leaveOutColumns(Rest rest) {
        List<Column> sorted = new ArrayList<>(rest.columns);
        sorted.removeIf(column -> column.countIn(rest.open) == 0);
        sorted.sort(Comparator.comparingInt(Column::cost)
                .thenComparingInt(column -> -column.countIn(rest.open))
                .thenComparingInt(Column::number));
        List<Column> kept = new ArrayList<>();
        for (Column column : sorted) {
            work.accept(1);
            boolean needless = false;
            for (Column cheaper : kept) {
                if (column.isWithin(cheaper, rest.open)) {
                    needless = true;
                    break;
                }
            }
            if (!needless) {
                kept.add(column);
            }
        }
        rest.columns = kept;
    }

    /** Leaves out rows that are covered by every column of another row. */
    private boolean leaveOutRows(Rest rest) {
        List<Integer> rows = rest.rows();
        long[][] columns = new long[rows.size()][words(rest.columns.size())];
        for (int c = 0; c < rest.columns.size(); c++) {
            for (int r = 0; r < columns.length; r++) {
                if (rest.columns.get(c).covers(rows.get(r))) {
                    columns[r][c / Long.SIZE] |= 1L << c;
                }
            }
        }
        boolean[] out = new boolean[columns.length];
        boolean changed = false;
        for (int a = 0; a < columns.length; a++) {
            work.accept(1);
            for (int b = 0; b < columns.length && !out[a]; b++) {
                if (a != b && !out[b] && isWithin(columns[b], columns[a])) {
                    out[a] = true;
                    changed = true;
                    rest.open[rows.get(a) / Long.SIZE] &= ~(1L << rows.get(a));
                }
            }
        }
        return changed;
    }

    private static boolean isWithin(long[] some, long[] all) {
        for (int i = 0; i < some.length; i++) {
            if ((some[i] & ~all[i]) != 0) {
                return false;
            }
        }
        return true;
    }

    // ---- parts

    /** The parts of a table that share no column. */
    private static List<Rest> parts(Rest rest) {
        List<Rest> parts = new ArrayList<>();
        List<Column> left = new ArrayList<>(rest.columns);
        while (!left.isEmpty()) {
            long[] rows = left.get(0).rows.clone();
            mask(rows, rest.open);
            List<Column> own = new ArrayList<>();
            boolean grown = true;
            while (grown) {
                grown = false;
                List<Column> others = new ArrayList<>();
                for (Column column : left) {
                    if (column.countIn(rows) == 0) {
                        others.add(column);
                        continue;
                    }
                    own.add(column);
                    grown = true;
                    for (int i = 0; i < rows.length; i++) {
                        rows[i] |= column.rows[i] & rest.open[i];
                    }
                }
                left = others;
            }
            parts.add(new Rest(rows, own));
        }
        return parts;
    }

    private static void mask(long[] rows, long[] open) {
        for (int i = 0; i < rows.length; i++) {
            rows[i] &= open[i];
        }
    }

    /** The cheapest cover of parts that share no column: each may cost what the others leave. */
    private @Nullable Cover apart(int limit, List<Rest> parts, double[] prices) {
        int[] least = new int[parts.size()];
        int sum = 0;
        for (int i = 0; i < least.length; i++) {
            least[i] = new Relaxation(parts.get(i), prices, limit).bound();
            sum += least[i];
        }
        List<Column> all = new ArrayList<>();
        for (int i = 0; i < least.length; i++) {
            if (sum >= limit) {
                return null;
            }
            Rest part = parts.get(i);
            Cover cover = below(limit - (sum - least[i]), part.open, part.columns, prices);
            if (cover == null) {
                return null;
            }
            sum += cover.cost() - least[i];
            all.addAll(cover.columns());
        }
        return sum < limit ? Cover.of(all) : null;
    }

    // ---- branch and bound

    private @Nullable Cover connected(int limit, Rest rest, double[] prices) {
        Relaxation relaxation = new Relaxation(rest, prices, limit);
        Cover best = relaxation.found;
        int below = best == null ? limit : best.cost();
        if (relaxation.bound() >= below) {
            return best;
        }
        List<Column> useful = relaxation.columnsBelow(below);
        if (useful.size() < rest.columns.size()) {
            Cover better = below(below, rest.open, useful, relaxation.prices);
            return better == null ? best : better;
        }
        List<Column> branches = List.of();
        for (int row : rest.rows()) {
            List<Column> covering = rest.of(row);
            if (branches.isEmpty() || covering.size() < branches.size()) {
                branches = covering;
            }
        }
        branches = new ArrayList<>(branches);
        branches.sort(
                Comparator.<Column>comparingDouble(relaxation::reducedCost).thenComparingInt(Column::number));
        List<Column> allowed = new ArrayList<>(rest.columns);
        for (Column branch : branches) {
            allowed.remove(branch);
            Rest inside = new Rest(rest.open, allowed);
            inside.take(branch);
            Cover better = below(below - branch.cost(), inside.open, List.copyOf(allowed), relaxation.prices);
            if (better != null) {
                List<Column> all = new ArrayList<>(better.columns());
                all.add(branch);
                best = Cover.of(all);
                below = best.cost();
            }
        }
        return best;
    }

    /**
     * The table without the demand that rows be covered: instead, each row pays a price to each column chosen that covers it. For any
     * prices, the cheapest choice then is a lower bound; the prices are raised where a row is not covered, and lowered where it is
     * covered more than once.
     */
    private final class Relaxation {
        final double[] prices;

        /** The cheapest cover below the limit that was met, or null. */
        @Nullable
        Cover found;

        private final Rest rest;
        private final int[] rows;
        private final int[][] rowsOf;
        private final int unit;
        private double bound = Double.NEGATIVE_INFINITY;

        Relaxation(Rest rest, double[] guess, int limit) {
            this.rest = rest;
            rows = rest.rows().stream().mapToInt(Integer::intValue).toArray();
            rowsOf = new int[rest.columns.size()][];
            for (int c = 0; c < rowsOf.length; c++) {
                Column column = rest.columns.get(c);
                rowsOf[c] = Arrays.stream(rows).filter(column::covers).toArray();
            }
            unit = rest.columns.stream()
                    .mapToInt(Column::cost)
                    .reduce(
                            0,
                            (a, b) -> BigInteger.valueOf(a)
                                    .gcd(BigInteger.valueOf(b))
                                    .intValue());
            prices = guess.clone();
            improve(start(guess), limit);
        }

        /** The guess, or where there is none, what a row pays if it shares its cheapest column with all that this covers. */
        private double[] start(double[] guess) {
            double[] start = guess.clone();
            for (int row : rows) {
                if (start[row] == 0) {
                    start[row] = Double.POSITIVE_INFINITY;
                    for (int c = 0; c < rowsOf.length; c++) {
                        if (rest.columns.get(c).covers(row)) {
                            start[row] = Math.min(
                                    start[row], (double) rest.columns.get(c).cost() / rowsOf[c].length);
                        }
                    }
                }
            }
            return start;
        }

        private void improve(double[] trial, int limit) {
            double step = FIRST_STEP;
            int idle = 0;
            double[] reduced = new double[rowsOf.length];
            double[] lack = new double[prices.length];
            for (int round = 0; round < ROUNDS && step > LAST_STEP; round++) {
                work.accept(rowsOf.length / Long.BYTES + 1);
                double value = relaxed(trial, reduced, lack);
                if (value > bound + SLACK) {
                    bound = value;
                    idle = 0;
                    for (int row : rows) {
                        prices[row] = trial[row];
                    }
                } else if (++idle == PATIENCE) {
                    idle = 0;
                    step /= 2;
                }
                if (round % GREEDY_EVERY == 0) {
                    greedy(reduced, limit);
                }
                int upper = found == null ? limit : found.cost();
                if (bound() >= upper) {
                    return;
                }
                double square = 0;
                for (int row : rows) {
                    square += lack[row] * lack[row];
                }
                if (square == 0) {
                    greedy(reduced, limit);
                    return;
                }
                double length = step * (1.05 * upper - value) / square;
                for (int row : rows) {
                    trial[row] = Math.max(0, trial[row] + length * lack[row]);
                }
            }
        }

        /** The cheapest choice at these prices; {@code lack} is then 1 less the number of columns chosen for each row. */
        private double relaxed(double[] trial, double[] reduced, double[] lack) {
            double value = 0;
            for (int row : rows) {
                lack[row] = 1;
                value += trial[row];
            }
            for (int c = 0; c < rowsOf.length; c++) {
                reduced[c] = reducedCost(c, trial);
                if (reduced[c] < 0) {
                    value += reduced[c];
                    for (int row : rowsOf[c]) {
                        lack[row]--;
                    }
                }
            }
            return value;
        }

        private double reducedCost(int c, double[] at) {
            double reduced = rest.columns.get(c).cost();
            for (int row : rowsOf[c]) {
                reduced -= at[row];
            }
            return reduced;
        }

        double reducedCost(Column column) {
            return reducedCost(rest.columns.indexOf(column), prices);
        }

        /** The least that any cover costs: a multiple of what all columns cost multiples of. */
        int bound() {
            return whole(bound);
        }

        private int whole(double cost) {
            return unit == 0 ? 0 : unit * (int) Math.max(0, Math.ceil((cost - SLACK) / unit));
        }

        /** The columns that may be part of a cover below this cost. */
        List<Column> columnsBelow(int limit) {
            List<Column> useful = new ArrayList<>();
            for (int c = 0; c < rowsOf.length; c++) {
                double reduced = Math.max(0, reducedCost(c, prices));
                if (whole(bound + reduced) < limit) {
                    useful.add(rest.columns.get(c));
                }
            }
            return useful;
        }

        /** Takes columns that cost least for what they add, at the reduced costs, and leaves out what was needless. */
        private void greedy(double[] reduced, int limit) {
            int[] times = new int[prices.length];
            List<Integer> chosen = new ArrayList<>();
            int open = rows.length;
            boolean[] used = new boolean[rowsOf.length];
            while (open > 0) {
                work.accept(1);
                int best = -1;
                double least = Double.POSITIVE_INFINITY;
                for (int c = 0; c < rowsOf.length; c++) {
                    if (used[c]) {
                        continue;
                    }
                    int added = 0;
                    for (int row : rowsOf[c]) {
                        added += times[row] == 0 ? 1 : 0;
                    }
                    double cost = reduced[c] > 0 ? reduced[c] / added : reduced[c] * added;
                    if (added > 0 && cost < least) {
                        least = cost;
                        best = c;
                    }
                }
                used[best] = true;
                chosen.add(best);
                for (int row : rowsOf[best]) {
                    open -= times[row]++ == 0 ? 1 : 0;
                }
            }
            chosen.sort(Comparator.comparingInt(c -> -rest.columns.get(c).cost()));
            List<Column> cover = new ArrayList<>();
            for (int c : chosen) {
                boolean needless = Arrays.stream(rowsOf[c]).allMatch(row -> times[row] > 1);
                if (needless) {
                    Arrays.stream(rowsOf[c]).forEach(row -> times[row]--);
                } else {
                    cover.add(rest.columns.get(c));
                }
            }
            Cover candidate = Cover.of(cover);
            if (candidate.cost() < (found == null ? limit : found.cost())) {
                found = candidate;
            }
        }
    }
}
