package org.ansatz.field.logic;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongConsumer;

/**
 * Registers that take their next values together at each clock, as a network of gates says. A state is a word whose bits are the
 * registers in the order of their equations, the first being the most significant.
 */
final class StateMachine {

    private final GateNetwork network;
    private final List<String> registers;
    private final LongConsumer work;
    private final Map<BigInteger, BigInteger> known = new HashMap<>();

    /**
     * A machine.
     *
     * @param network where each register is an input and {@code Q+} the signal that a register {@code Q} takes
     * @param registers in their order
     * @param work is told of the steps, and may end them with an exception
     */
    StateMachine(GateNetwork network, List<String> registers, LongConsumer work) {
        this.network = network;
        this.registers = List.copyOf(registers);
        this.work = work;
    }

    /** The name of the signal that a register takes next. */
    static String next(String register) {
        return register + "+";
    }

    /**
     * The state after a clock.
     *
     * @throws IllegalArgumentException if an input beside the registers has no value, or there is no such state
     */
    BigInteger next(BigInteger state) {
        BigInteger found = known.get(state);
        if (found != null) {
            work.accept(1);
            return found;
        }
        Map<String, Boolean> values = values(state);
        work.accept(10L * registers.size());
        BigInteger next = BigInteger.ZERO;
        for (String register : registers) {
            boolean one = network.value(next(register), values);
            next = next.shiftLeft(1).add(one ? BigInteger.ONE : BigInteger.ZERO);
        }
        known.put(state, next);
        return next;
    }

    private Map<String, Boolean> values(BigInteger state) {
        int width = registers.size();
        if (state.signum() < 0 || state.bitLength() > width) {
            throw new IllegalArgumentException(
                    "there is no state " + state + ": " + width + " registers have the states 0 to "
                            + BigInteger.ONE.shiftLeft(width).subtract(BigInteger.ONE));
        }
        Set<String> free = new TreeSet<>(network.inputs());
        registers.forEach(free::remove);
        if (!free.isEmpty()) {
            throw new IllegalArgumentException("the next state depends on " + String.join(", ", free)
                    + ", which have no value: give them one in the problem");
        }
        Map<String, Boolean> values = new LinkedHashMap<>();
        for (int i = 0; i < width; i++) {
            if (network.inputs().contains(registers.get(i))) {
                values.put(registers.get(i), state.testBit(width - 1 - i));
            }
        }
        return values;
    }

    /** The state after so many clocks. */
    BigInteger after(BigInteger state, int clocks) {
        BigInteger now = state;
        for (int i = 0; i < clocks; i++) {
            now = next(now);
        }
        return now;
    }

    /** So many states, of which this is the first. */
    List<BigInteger> sequence(BigInteger state, int count) {
        List<BigInteger> states = new ArrayList<>();
        BigInteger now = state;
        for (int i = 0; i < count; i++) {
            states.add(now);
            now = i == count - 1 ? now : next(now);
        }
        return states;
    }

    /** In how many clocks a state comes again, once states come again that began with this one. */
    int period(BigInteger state) {
        Map<BigInteger, Integer> seen = new HashMap<>();
        BigInteger now = state;
        while (!seen.containsKey(now)) {
            seen.put(now, seen.size());
            now = next(now);
        }
        return seen.size() - seen.get(now);
    }
}
