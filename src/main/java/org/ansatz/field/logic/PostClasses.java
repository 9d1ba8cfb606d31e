package org.ansatz.field.logic;

import java.util.Collection;
import java.util.function.Predicate;

/**
 * To which of Post's five classes a Boolean function belongs. What is made of functions of one class belongs to it; a set of functions
 * makes every function if, and only if, it lies in none of the five (E. L. Post, "The Two-Valued Iterative Systems of Mathematical
 * Logic", 1941).
 *
 * @param preservesZero whether it is 0 where all inputs are 0
 * @param preservesOne whether it is 1 where all inputs are 1
 * @param isSelfDual whether it is turned over where all inputs are turned over
 * @param isMonotone whether no input that goes from 0 to 1 takes it from 1 to 0
 * @param isLinear whether it is an exclusive or of inputs, or the complement of one
 */
record PostClasses(
        boolean preservesZero, boolean preservesOne, boolean isSelfDual, boolean isMonotone, boolean isLinear) {

    static PostClasses of(TruthTable table) {
        int last = table.rows() - 1;
        boolean isSelfDual = true;
        boolean isMonotone = true;
        boolean isLinear = true;
        for (int row = 0; row <= last; row++) {
            isSelfDual &= table.value(row) != table.value(last - row);
            for (int bit = 1; bit <= last; bit <<= 1) {
                if ((row & bit) == 0) {
                    isMonotone &= !table.value(row) || table.value(row | bit);
                    // A linear function turns over with an input at every row, or at none.
                    boolean turns = table.value(row) != table.value(row | bit);
                    isLinear &= turns == (table.value(0) != table.value(bit));
                }
            }
        }
        return new PostClasses(!table.value(0), table.value(last), isSelfDual, isMonotone, isLinear);
    }

    /** Whether every Boolean function can be made of functions of these classes. */
    static boolean isComplete(Collection<PostClasses> functions) {
        return isCompleteWithConstants(functions)
                && leaves(functions, PostClasses::preservesZero)
                && leaves(functions, PostClasses::preservesOne)
                && leaves(functions, PostClasses::isSelfDual);
    }

    /** The same where 0 and 1 are at hand, which leave the first three classes by themselves. */
    static boolean isCompleteWithConstants(Collection<PostClasses> functions) {
        return leaves(functions, PostClasses::isMonotone) && leaves(functions, PostClasses::isLinear);
    }

    private static boolean leaves(Collection<PostClasses> functions, Predicate<PostClasses> belongs) {
        return !functions.stream().allMatch(belongs);
    }
}
