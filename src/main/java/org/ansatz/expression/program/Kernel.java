package org.ansatz.expression.program;

import java.util.BitSet;
import java.util.List;

/** What a function does in a program. */
public interface Kernel {

    /**
     * What it makes of arguments of these forms.
     *
     * @throws Unwritten if it is not for them
     */
    Form result(List<Form> arguments);

    /** Writes what it does: unless something else is said, one instruction. */
    default Block written(Program.Writer writer, List<Block> arguments) {
        return writer.applied(this, arguments);
    }

    /** Whether its result is rounded, so that errors are simulated in it. */
    default boolean isRounded() {
        return true;
    }

    /**
     * Computes some entries of the result for all points; NaN where there is none, or where the arguments are NaN.
     *
     * @param entries which; never none. Others may be computed as well if nothing they rest on has changed
     */
    void run(Lanes lanes, List<Block> arguments, Block result, BitSet entries);

    /**
     * Which entries of the result may change. Unless something else is said, all of them.
     *
     * @param changed which entries of each argument have changed
     */
    default BitSet affected(List<Block> arguments, List<BitSet> changed, Form result) {
        return Change.all(result);
    }
}
