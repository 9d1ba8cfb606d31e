package org.ansatz.bank;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ansatz.bank.YamlNode.Mapping;
import org.ansatz.expression.Nearest;
import org.ansatz.problem.Key;
import org.ansatz.problem.Place;
import org.ansatz.problem.Problem;
import org.ansatz.statement.KeyReader;

/** Reads a file of claimed answers against the problems it speaks of. */
final class AnswersReader {

    private final Map<String, Problem> problems;
    private final boolean wholeBank;

    /** A reader; only where the whole bank was read is an unknown problem a fault. */
    AnswersReader(Map<String, Problem> problems, boolean wholeBank) {
        this.problems = problems;
        this.wholeBank = wholeBank;
    }

    /** A key and the problem it is for. */
    record Claimed(String problem, Key.Claim claim) {}

    List<Claimed> read(SourceFile file) {
        List<Claimed> claims = new ArrayList<>();
        Mapping root = YamlReader.read(file);
        if (root == null) {
            return claims;
        }
        ProblemReader.attempt(() -> {
            Section top = new Section(file, root, "");
            String claim = top.prose("claim");
            String of = top.has("of") ? top.prose("of") : "";
            Section answers = top.fields("answers");
            top.has("note");
            top.finish();
            for (String id : answers.keys()) {
                Problem problem = problems.get(id);
                if (problem != null) {
                    ProblemReader.attempt(() -> {
                        Place place = file.place(answers.node(id).start());
                        Key key = new KeyReader(
                                        problem.answer(),
                                        problem.scope(),
                                        () -> problem.published().frame())
                                .read(answers.text(id));
                        return claims.add(new Claimed(id, new Key.Claim(key, claim, of, place)));
                    });
                } else if (wholeBank) {
                    answers.text(id)
                            .fault("there is no problem '" + id + "'" + Nearest.suggestion(id, problems.keySet()));
                }
            }
            return "";
        });
        return claims;
    }
}
