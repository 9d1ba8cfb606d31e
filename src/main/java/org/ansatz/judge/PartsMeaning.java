package org.ansatz.judge;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ansatz.problem.Answer;
import org.ansatz.problem.Case;
import org.ansatz.problem.Conclusion;
import org.ansatz.problem.Conclusion.Found;
import org.ansatz.problem.Conclusion.FoundParts;
import org.ansatz.problem.Conclusion.Undecided;
import org.ansatz.problem.Evidence;
import org.ansatz.problem.Key;

/** What evidence means where several things are asked for together: what it means for each of them. */
final class PartsMeaning implements Meaning {

    private final List<Answer.Part> parts;

    PartsMeaning(List<Answer.Part> parts) {
        this.parts = parts;
    }

    @Override
    public Conclusion conclusion(Evidence evidence, Case data) {
        Map<String, Found> found = new LinkedHashMap<>();
        for (Answer.Part part : parts) {
            Evidence own = ((Evidence.Parts) evidence).of(part.name());
            Conclusion conclusion = Meaning.of(part.answer()).conclusion(own, data);
            if (!(conclusion instanceof Found)) {
                return new Undecided(part.name() + ": " + conclusion.describe());
            }
            found.put(part.name(), (Found) conclusion);
        }
        return new FoundParts(found);
    }

    /** As far as the parts that agree least. */
    @Override
    public Agreement agreement(Conclusion a, Conclusion b) {
        if (!(a instanceof FoundParts left) || !(b instanceof FoundParts right)) {
            return Agreement.of(false, a, b);
        }
        Agreement least = Agreement.COMPLETE;
        for (Answer.Part part : parts) {
            Agreement own = Meaning.of(part.answer()).agreement(left.of(part.name()), right.of(part.name()));
            least = least.and(part.name(), own);
        }
        return least;
    }

    @Override
    public boolean admits(Conclusion right, Conclusion other) {
        return right instanceof FoundParts a
                && other instanceof FoundParts b
                && parts.stream()
                        .allMatch(part -> Meaning.of(part.answer()).admits(a.of(part.name()), b.of(part.name())));
    }

    @Override
    public boolean agrees(Key.Claim claim, Conclusion found, Case data) {
        if (!(found instanceof FoundParts)) {
            return false;
        }
        for (Answer.Part part : parts) {
            Key key = ((Key.Parts) claim.key()).of(part.name());
            Found own = ((FoundParts) found).of(part.name());
            Key.Claim claimed = new Key.Claim(key, claim.claim(), claim.of(), claim.place());
            if (!Meaning.of(part.answer()).agrees(claimed, own, data)) {
                return false;
            }
        }
        return true;
    }
}
