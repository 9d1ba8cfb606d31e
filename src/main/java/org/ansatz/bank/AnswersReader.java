package org.ansatz.bank;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.ansatz.bank.YamlNode.Mapping;
import org.ansatz.problem.Catalogue;
import org.ansatz.problem.Key;
import org.ansatz.problem.Place;
import org.ansatz.problem.Problem;
import org.ansatz.statement.KeyReader;

/** Reads a file of claimed answers against the problems it speaks of. */
final class AnswersReader {

    private static final String OF_PUBLISHED =
            "a key speaks of the published data; a variant, whose data are drawn, is judged by its routes alone";
    private static final String ONE_KEY = "one key stands here: a letter, a quantity, a range or a formula";

    /** Fields that somebody might write for a key of other data than the published. */
    private static final Set<String> OF_VARIANTS = Set.of("variant", "variants", "seed");

    private final Map<String, Problem> problems;
    private final Supplier<Set<String>> others;
    private final Set<String> known = new TreeSet<>();

    /**
     * A reader of keys.
     *
     * @param problems that were read
     * @param others gives the ids of problems that were not read, but exist: a key for one of these is passed over
     */
    AnswersReader(Map<String, Problem> problems, Supplier<Set<String>> others) {
        this.problems = problems;
        this.others = others;
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
            for (String field : OF_VARIANTS) {
                if (top.has(field)) {
                    fault(file, top.key(field), OF_PUBLISHED);
                }
            }
            top.finish();
            for (String id : answers.keys()) {
                Problem problem = problems.get(id);
                if (answers.isMapping(id)) {
                    fault(file, answers.node(id), isOfVariant((Mapping) answers.node(id)) ? OF_PUBLISHED : ONE_KEY);
                } else if (problem != null) {
                    ProblemReader.attempt(() -> {
                        Place place = file.place(answers.node(id).start());
                        Key key = new KeyReader(
                                        problem.answer(),
                                        problem.question().notation(),
                                        problem.scope(),
                                        () -> problem.published().frame())
                                .read(answers.text(id));
                        return claims.add(new Claimed(id, new Key.Claim(key, claim, of, place)));
                    });
                } else if (!known().contains(id)) {
                    fault(file, answers.key(id), unknown(id));
                }
            }
            return "";
        });
        return claims;
    }

    /** The ids of all problems that there are; looked for once, and only if a key is for none of those that were read. */
    private Set<String> known() {
        if (known.isEmpty()) {
            known.addAll(problems.keySet());
            known.addAll(others.get());
        }
        return known;
    }

    private static void fault(SourceFile file, YamlNode at, String message) {
        file.fault(at.start(), at.end(), message);
    }

    private static boolean isOfVariant(Mapping mapping) {
        return mapping.entries().stream().anyMatch(entry -> OF_VARIANTS.contains(entry.name()));
    }

    /** Whether this can only say which variant is meant: {@code variant 3}, {@code seed=7}. */
    private static boolean isNameOfVariant(String text) {
        return OF_VARIANTS.stream().anyMatch(text.strip().toLowerCase(Locale.ROOT)::startsWith);
    }

    /** That there is no such problem; or that there is one, and a key for a variant of it is meant. */
    private String unknown(String id) {
        for (int end = id.length() - 1; end > 0; end--) {
            boolean mark = " #@?:[(".indexOf(id.charAt(end)) >= 0;
            boolean names = "/-_.,".indexOf(id.charAt(end)) >= 0 && isNameOfVariant(id.substring(end + 1));
            if ((mark || names) && known.contains(id.substring(0, end).strip())) {
                return "'" + id.substring(0, end).strip() + "' is a problem, and this a variant of it: " + OF_PUBLISHED;
            }
        }
        return "there is no problem '" + id + "'" + Catalogue.meant(id, known);
    }
}
