package org.ansatz.judge;

import java.util.List;
import org.ansatz.expression.type.Estimate;
import org.ansatz.problem.Answer;
import org.ansatz.problem.Case;
import org.ansatz.problem.Evidence.Values;
import org.ansatz.problem.Key;

/** What evidence means where a function is the answer. */
final class FormulaMeaning extends ValueMeaning {

    private final Answer.Formula answer;

    FormulaMeaning(Answer.Formula answer) {
        super(answer);
        this.answer = answer;
    }

    /** A claimed formula has been evaluated beside the route's, see {@link KeyAudit#candidate}. */
    @Override
    boolean agrees(Key.Claim claim, Values found, Case data) {
        List<Estimate> claimed = found.candidates().getOrDefault(KeyAudit.candidate(claim), List.of());
        return !claimed.isEmpty() && Judge.isFunction(claimed, found, answer.tolerance());
    }
}
