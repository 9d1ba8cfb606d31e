package org.ansatz.field.logic;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Reduced ordered binary decision diagrams: Boolean functions as numbers, equal exactly if the functions are equal.
 *
 * <p>The variables are 0, 1, 2, … and are tested in this order. A function is a node number that belongs to the diagram
 * which made it. Nodes are never given back: a diagram is meant for one question. Not safe for use by several threads.
 *
 * <p>Source: R. E. Bryant, "Graph-based algorithms for Boolean function manipulation", IEEE Trans. Computers 35 (1986)
 * 677–691; the if-then-else form of all operations from K. S. Brace, R. L. Rudell and R. E. Bryant, "Efficient
 * implementation of a BDD package", Design Automation Conference 1990, 40–45; counting from D. E. Knuth, <i>The Art of
 * Computer Programming</i> 4A, section 7.1.4, algorithm C.
 */
public final class Bdd {

    /** The function that is never true. */
    public static final int FALSE = 0;

    /** The function that is always true. */
    public static final int TRUE = 1;

    /** Most variables a diagram may have; operations recurse once for each. */
    public static final int MAX_VARIABLES = 1 << 10;

    /** Nodes a diagram may have unless another limit is given: about 40 MB with its tables. */
    public static final int DEFAULT_LIMIT = 1 << 20;

    private static final int MIN_LIMIT = 2;
    private static final int MAX_LIMIT = 1 << 26;

    private final NodeTable nodes;
    private final LongConsumer work;
    private final ComputedCache computed = new ComputedCache();

    /** An empty diagram of at most {@link #DEFAULT_LIMIT} nodes. */
    public Bdd() {
        this(DEFAULT_LIMIT);
    }

    /**
     * An empty diagram.
     *
     * @param nodeLimit most nodes it may have, counting the two constants; an operation that needs more throws
     *     {@link BddTooLarge}
     * @throws IllegalArgumentException if the limit is less than 2 or more than 2^26
     */
    public Bdd(int nodeLimit) {
        this(nodeLimit, steps -> {});
    }

    /**
     * An empty diagram that tells of its work.
     *
     * @param nodeLimit as above
     * @param work is told a step for each operation on nodes that was not known, and may end it with an exception
     */
    public Bdd(int nodeLimit, LongConsumer work) {
        if (nodeLimit < MIN_LIMIT || nodeLimit > MAX_LIMIT) {
            throw new IllegalArgumentException(
                    "node limit must be " + MIN_LIMIT + " to " + MAX_LIMIT + ", but is " + nodeLimit);
        }
        this.nodes = new NodeTable(nodeLimit);
        this.work = work;
    }

    /** The number of nodes made so far, counting the two constants. */
    public int size() {
        return nodes.count();
    }

    /** The constant function of the given value. */
    public int constant(boolean value) {
        return value ? TRUE : FALSE;
    }

    /**
     * The function that is true where variable {@code index} is.
     *
     * @param index 0 to {@value #MAX_VARIABLES} − 1
     * @throws IllegalArgumentException for any other index
     * @throws BddTooLarge if the node limit is reached
     */
    public int variable(int index) {
        return nodes.node(checkedVariable(index), FALSE, TRUE);
    }

    /**
     * The complement.
     *
     * @throws BddTooLarge if the node limit is reached
     */
    public int not(int f) {
        return ite(f, FALSE, TRUE);
    }

    /**
     * True where both are.
     *
     * @throws BddTooLarge if the node limit is reached
     */
    public int and(int f, int g) {
        return ite(f, g, FALSE);
    }

    /**
     * True where at least one is.
     *
     * @throws BddTooLarge if the node limit is reached
     */
    public int or(int f, int g) {
        return ite(f, TRUE, g);
    }

    /**
     * True where the two differ.
     *
     * @throws BddTooLarge if the node limit is reached
     */
    public int xor(int f, int g) {
        return ite(f, not(g), g);
    }

    /**
     * Where f is true g, elsewhere h.
     *
     * @throws IllegalArgumentException if one of the numbers is not a function of this diagram
     * @throws BddTooLarge if the node limit is reached
     */
    public int ite(int f, int g, int h) {
        return choose(checked(f), checked(g), checked(h));
    }

    /** Settles the trivial cases, and gives equal functions equal names (f·g = g·f), before anything is expanded. */
    private int choose(int f, int g, int h) {
        if (f <= TRUE) {
            return f == TRUE ? g : h;
        }
        int then = g == f ? TRUE : g;
        int otherwise = h == f ? FALSE : h;
        if (then == otherwise) {
            return then;
        }
        if (then == TRUE) {
            return otherwise == FALSE ? f : expand(Math.min(f, otherwise), TRUE, Math.max(f, otherwise));
        }
        return otherwise == FALSE ? expand(Math.min(f, then), Math.max(f, then), FALSE) : expand(f, then, otherwise);
    }

    private int expand(int f, int g, int h) {
        int known = computed.get(f, g, h);
        if (known != ComputedCache.UNKNOWN) {
            return known;
        }
        work.accept(1);
        int top = Math.min(nodes.level(f), Math.min(nodes.level(g), nodes.level(h)));
        int low = choose(half(f, top, false), half(g, top, false), half(h, top, false));
        int high = choose(half(f, top, true), half(g, top, true), half(h, top, true));
        int result = nodes.node(top, low, high);
        computed.put(f, g, h, result);
        return result;
    }

    /** What is left of {@code f} when the variable, which is at or above its top, has the given value. */
    private int half(int f, int variable, boolean value) {
        if (nodes.level(f) != variable) {
            return f;
        }
        return value ? nodes.high(f) : nodes.low(f);
    }

    /**
     * The value of {@code f} at one assignment.
     *
     * @param inputs values of the variables 0, 1, 2, …
     * @throws IllegalArgumentException if f depends on a variable that has no value
     */
    public boolean evaluate(int f, boolean[] inputs) {
        int node = checked(f);
        while (node > TRUE) {
            int variable = checkedLevel(node, inputs.length);
            node = inputs[variable] ? nodes.high(node) : nodes.low(node);
        }
        return node == TRUE;
    }

    /**
     * What is left of {@code f} where a variable has this value.
     *
     * @throws IllegalArgumentException if there is no such variable
     * @throws BddTooLarge if the node limit is reached
     */
    public int cofactor(int f, int variable, boolean value) {
        return cofactor(checked(f), checkedVariable(variable), value, new HashMap<>());
    }

    private int cofactor(int f, int variable, boolean value, Map<Integer, Integer> known) {
        int level = nodes.level(f);
        if (level >= variable) {
            return half(f, variable, value);
        }
        Integer before = known.get(f);
        if (before != null) {
            return before;
        }
        work.accept(1);
        int low = cofactor(nodes.low(f), variable, value, known);
        int high = cofactor(nodes.high(f), variable, value, known);
        int result = nodes.node(level, low, high);
        known.put(f, result);
        return result;
    }

    /** The variables on which {@code f} depends. */
    public BitSet support(int f) {
        BitSet variables = new BitSet();
        BitSet seen = new BitSet();
        Deque<Integer> waiting = new ArrayDeque<>(List.of(checked(f)));
        while (!waiting.isEmpty()) {
            int node = waiting.pop();
            if (node > TRUE && !seen.get(node)) {
                seen.set(node);
                work.accept(1);
                variables.set(nodes.level(node));
                waiting.push(nodes.low(node));
                waiting.push(nodes.high(node));
            }
        }
        return variables;
    }

    /**
     * The exact number of assignments to the variables 0 … {@code variableCount} − 1 that make {@code f} true.
     *
     * @throws IllegalArgumentException if f depends on a later variable
     */
    public BigInteger models(int f, int variableCount) {
        BigInteger below = count(checked(f), checkedCount(variableCount), new BigInteger[f + 1]);
        return below.shiftLeft(levelAbove(f, variableCount));
    }

    /** Models over the variables from the node's own downwards. Successors have smaller numbers, so memory suffices. */
    private BigInteger count(int f, int variableCount, @Nullable BigInteger[] memory) {
        if (f <= TRUE) {
            return f == TRUE ? BigInteger.ONE : BigInteger.ZERO;
        }
        BigInteger known = memory[f];
        if (known != null) {
            return known;
        }
        int level = checkedLevel(f, variableCount);
        BigInteger result = BigInteger.ZERO;
        for (int next : new int[] {nodes.low(f), nodes.high(f)}) {
            BigInteger models = count(next, variableCount, memory);
            result = result.add(models.shiftLeft(levelAbove(next, variableCount) - level - 1));
        }
        memory[f] = result;
        return result;
    }

    private int levelAbove(int f, int variableCount) {
        return Math.min(nodes.level(f), variableCount);
    }

    /**
     * An assignment to the variables 0 … {@code variableCount} − 1 that makes {@code f} true, if there is one:
     * the first in the order in which false comes before true.
     *
     * @throws IllegalArgumentException if a later variable stands in the way
     */
    public Optional<boolean[]> model(int f, int variableCount) {
        if (checked(f) == FALSE) {
            return Optional.empty();
        }
        boolean[] inputs = new boolean[checkedCount(variableCount)];
        int node = f;
        while (node != TRUE) {
            int variable = checkedLevel(node, variableCount);
            inputs[variable] = nodes.low(node) == FALSE;
            node = inputs[variable] ? nodes.high(node) : nodes.low(node);
        }
        return Optional.of(inputs);
    }

    /**
     * An assignment at which two functions differ; empty exactly if they are equivalent.
     *
     * @throws IllegalArgumentException if a variable beyond the first {@code variableCount} stands in the way
     * @throws BddTooLarge if the node limit is reached
     */
    public Optional<boolean[]> counterExample(int f, int g, int variableCount) {
        return model(xor(f, g), variableCount);
    }

    private int checked(int f) {
        if (f < 0 || f >= nodes.count()) {
            throw new IllegalArgumentException("no function " + f + " among the " + nodes.count() + " made");
        }
        return f;
    }

    private static int checkedVariable(int index) {
        if (index < 0 || index >= MAX_VARIABLES) {
            throw new IllegalArgumentException("variable must be 0 to " + (MAX_VARIABLES - 1) + ", but is " + index);
        }
        return index;
    }

    private static int checkedCount(int variableCount) {
        if (variableCount < 0 || variableCount > MAX_VARIABLES) {
            throw new IllegalArgumentException(
                    "number of variables must be 0 to " + MAX_VARIABLES + ", but is " + variableCount);
        }
        return variableCount;
    }

    private int checkedLevel(int node, int variableCount) {
        int level = nodes.level(node);
        if (level >= variableCount) {
            throw new IllegalArgumentException(
                    "the function depends on variable " + level + ", but only " + variableCount + " have values");
        }
        return level;
    }
}
