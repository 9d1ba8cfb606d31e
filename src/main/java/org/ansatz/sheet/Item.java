package org.ansatz.sheet;

import org.ansatz.problem.Key;
import org.ansatz.problem.MarkingScheme.Worth;
import org.ansatz.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A question of a sheet, and what replies to it earn.
 *
 * @param index its place among the questions of the sheet
 * @param claim the key that is claimed for it; null if nobody claims one
 */
record Item(int index, Problem problem, Worth worth, Key.@Nullable Claim claim) {

    String id() {
        return problem.id();
    }
}
