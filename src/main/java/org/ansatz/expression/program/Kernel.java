package org.ansatz.expression.program;

import java.util.List;

/** What a function does in a program. */
public interface Kernel {

    /**
     * What it makes of arguments of these forms.
     *
     * @throws Unwritten if it is not for them
     */
    Form result(List<Form> arguments);

    /** Computes the result for all points; NaN where there is none, or where the arguments are NaN. */
    void run(Lanes lanes, List<Block> arguments, Block result);
}
