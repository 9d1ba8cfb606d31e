package org.ansatz.sheet;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.ansatz.mark.Mark;
import org.ansatz.mark.Marking;
import org.ansatz.problem.Key;
import org.ansatz.problem.Letters;
import org.ansatz.problem.MarkingScheme.Worth;
import org.ansatz.problem.Option;
import org.ansatz.problem.Problem;
import org.ansatz.quantity.NoValue;
import org.ansatz.quantity.Rational;
import org.ansatz.variant.Generator;
import org.jspecify.annotations.Nullable;

/** A question with its data, as it is marked. Safe to use from several threads. */
final class Rubric {

    /** Longer replies are not read. */
    private static final int LONGEST_REPLY = 10_000;

    /** What stands in sheets where nothing was answered. */
    private static final Set<String> BLANKS = Set.of(
            "",
            "-",
            "--",
            "---",
            "\u2013",
            "\u2014",
            "?",
            "\u2026",
            "...",
            "na",
            "n/a",
            "nr",
            "not attempted",
            "not answered",
            "unanswered",
            "null",
            "blank",
            "(blank)",
            "i don't know",
            "i dont know",
            "don't know",
            "idk");

    private final Item item;
    private final Rules rules;
    private final @Nullable Marking byRoutes;
    private final @Nullable Marking byKey;
    private final String objection;
    private final boolean isPublished;

    /** What a reply comes to, and what is said of it. */
    record Judgement(Mark mark, Outcome outcome) {}

    private Rubric(
            Item item,
            Rules rules,
            @Nullable Marking byRoutes,
            @Nullable Marking byKey,
            String objection,
            boolean isPublished) {
        this.item = item;
        this.rules = rules;
        this.byRoutes = byRoutes;
        this.byKey = byKey;
        this.objection = objection;
        this.isPublished = isPublished;
    }

    /**
     * Solves a question for the data of a seed; a key speaks of the published data alone.
     */
    static Rubric of(Item item, long seed, Rules rules) {
        Problem problem = item.problem();
        boolean isPublished = seed == Problem.PUBLISHED;
        try {
            Marking byRoutes = Marking.of(problem, Generator.shown(problem, seed));
            Marking byKey = isPublished && item.claim() != null
                    ? byRoutes.against(item.claim().key())
                    : null;
            return new Rubric(item, rules, byRoutes, byKey, byRoutes.objection(), isPublished);
        } catch (NoValue e) {
            return new Rubric(item, rules, null, null, e.reason(), isPublished);
        }
    }

    /** Why replies cannot be marked, or an empty text. */
    String objection() {
        if (item.worth().isToAll()
                || marking() != null && (rules.authority() == Authority.KEYS || objection.isEmpty())) {
            return "";
        }
        return marking() == null && objection.isEmpty() ? "nobody claims a key for it" : objection;
    }

    /** Whether the routes agree on an answer. */
    boolean isSolved() {
        return byRoutes != null && objection.isEmpty();
    }

    private @Nullable Marking marking() {
        return rules.authority() == Authority.KEYS && isPublished ? byKey : byRoutes;
    }

    Item item() {
        return item;
    }

    /** Whether the data are those that are published. */
    boolean isPublished() {
        return isPublished;
    }

    /** What a reply comes to. */
    Judgement judge(String typed) {
        String decision = rules.decisions().of(item.id(), typed);
        Mark mark = decision == null ? mark(marking(), typed) : decided(decision);
        Worth worth = item.worth();
        boolean isToAll = isToAll();
        Result result = isBlank(typed) || DecisionFile.BLANK.equals(decision) ? Result.BLANK : result(mark, worth);
        Rational marks = isToAll ? worth.marks() : earned(result, mark, worth);
        String slip = mark instanceof Mark.Wrong wrong ? wrong.slip() : "";
        Outcome outcome = new Outcome(result, marks, choice(typed), slip, isDisputed(typed, decision));
        return new Judgement(mark, outcome);
    }

    /** Whether everybody gets the marks, by the scheme or by the key that is marked against. */
    boolean isToAll() {
        return item.worth().isToAll() || marking() == byKey && isKeyToAll();
    }

    private boolean isKeyToAll() {
        return byKey != null && item.claim() != null && item.claim().key() instanceof Key.MarksToAll;
    }

    private Mark decided(String decision) {
        return switch (decision) {
            case DecisionFile.RIGHT -> new Mark.Right("by decision");
            case DecisionFile.WRONG -> new Mark.Wrong("", "by decision");
            case DecisionFile.BLANK -> new Mark.Unscored("by decision");
            default -> mark(marking(), decision);
        };
    }

    private Mark mark(@Nullable Marking marking, String reply) {
        if (marking == null) {
            return new Mark.Unscored(objection());
        }
        if (reply.length() > LONGEST_REPLY) {
            return new Mark.Unreadable(
                    new org.ansatz.expression.syntax.Span(0, 1), "longer than " + LONGEST_REPLY + " characters");
        }
        return marking.mark(rules.read(reply));
    }

    private static Result result(Mark mark, Worth worth) {
        if (mark instanceof Mark.Right) {
            return Result.RIGHT;
        }
        if (mark instanceof Mark.UnitMissing) {
            return Result.UNIT_MISSING;
        }
        if (mark instanceof Mark.Unreadable) {
            return Result.UNREADABLE;
        }
        if (mark instanceof Mark.Unscored) {
            return Result.UNDECIDED;
        }
        return worth.isShared() && share(mark, worth).signum() > 0 ? Result.PARTLY : Result.WRONG;
    }

    private static Rational share(Mark mark, Worth worth) {
        return worth.isCarried() ? ((Mark.Wrong) mark).carried() : ((Mark.Wrong) mark).share();
    }

    private static Rational earned(Result result, Mark mark, Worth worth) {
        return switch (result) {
            case RIGHT -> worth.marks();
            case UNIT_MISSING -> worth.unitMissing();
            case PARTLY -> worth.marks().times(share(mark, worth));
            case WRONG -> worth.wrong();
            case BLANK, UNREADABLE, UNDECIDED -> Rational.ZERO;
        };
    }

    /** Whether the key and the routes would give a reply different marks. */
    private boolean isDisputed(String typed, @Nullable String decision) {
        if (byKey == null
                || byRoutes == null
                || decision != null
                || isBlank(typed)
                || !byRoutes.objection().isEmpty()) {
            return false;
        }
        Worth worth = item.worth();
        Mark one = mark(byRoutes, typed);
        Mark other = mark(byKey, typed);
        return !earned(result(one, worth), one, worth).equals(earned(result(other, worth), other, worth));
    }

    private static boolean isBlank(String typed) {
        return BLANKS.contains(typed.strip().toLowerCase(Locale.ROOT));
    }

    /** The letters that a reply names, if it is nothing but letters, of a question whose options stand as they are stated. */
    private String choice(String typed) {
        if (!isPublished || item.problem().answer().options().isEmpty()) {
            return "";
        }
        Set<String> labels = new TreeSet<>();
        item.problem().answer().options().stream().map(Option::key).forEach(labels::add);
        Set<String> chosen = Letters.chosen(typed, labels);
        return !chosen.isEmpty() && labels.containsAll(chosen) ? String.join(", ", chosen) : "";
    }
}
