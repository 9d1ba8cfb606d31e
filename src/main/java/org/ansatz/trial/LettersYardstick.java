package org.ansatz.trial;

import java.util.Set;
import java.util.TreeSet;
import org.ansatz.problem.Case;
import org.ansatz.problem.Conclusion;
import org.jspecify.annotations.Nullable;

/**
 * The options that the routes choose.
 *
 * @param data the data
 * @param right what is chosen
 */
record LettersYardstick(Case data, Conclusion.Chosen right) implements Yardstick {

    @Override
    public @Nullable Gap gap(Solution solution) {
        Set<String> labels = new TreeSet<>();
        data.options().forEach(option -> labels.add(option.key()));
        try {
            Set<String> letters = solution.letters(data.frame().rested(), labels);
            return letters.equals(right.keys())
                    ? null
                    : new Gap("", right.brief(), letters.isEmpty() ? "none" : String.join(", ", letters), null);
        } catch (Solution.Failure e) {
            return Gap.none("", right.brief(), e);
        }
    }
}
