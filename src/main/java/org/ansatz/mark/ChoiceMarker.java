package org.ansatz.mark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.ansatz.expression.check.Expression;
import org.ansatz.expression.check.Reply;
import org.ansatz.expression.evaluation.Frame;
import org.ansatz.expression.notation.Reading;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.syntax.Span;
import org.ansatz.expression.syntax.Wording;
import org.ansatz.expression.term.Scope;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Arrays;
import org.ansatz.expression.value.Value;
import org.ansatz.judge.Decisions;
import org.ansatz.judge.Equivalence;
import org.ansatz.judge.FormulaComparison;
import org.ansatz.judge.Grade;
import org.ansatz.judge.Grade.Aspect;
import org.ansatz.judge.Grading;
import org.ansatz.judge.Mistake;
import org.ansatz.judge.Suspects;
import org.ansatz.problem.Answer;
import org.ansatz.problem.Case;
import org.ansatz.problem.Conclusion;
import org.ansatz.problem.Evidence;
import org.ansatz.problem.Key;
import org.ansatz.problem.Letters;
import org.ansatz.problem.Option;
import org.ansatz.problem.Point;
import org.ansatz.problem.Question;
import org.ansatz.problem.Ranged;
import org.ansatz.problem.Tolerance;
import org.ansatz.problem.Verdict;
import org.ansatz.problem.Verdict.RouteFinding;
import org.ansatz.problem.Verdict.Slip;
import org.ansatz.quantity.NoValue;
import org.ansatz.quantity.Rational;
import org.jspecify.annotations.Nullable;

/** Marks the choice of an option: by its letter, by its words, or by its value. */
final class ChoiceMarker implements Marking.Marker {

    private static final List<String> HEDGES = List.of("or", "not", "except");

    /** What stands before the words of an option and says nothing. */
    private static final Pattern SUBJECT = Pattern.compile("^(it|they|this|that|the answer is)\\s+(?=\\S)");

    private static final Set<String> SWEEPING = Set.of("none", "neither", "all", "yes", "no");

    private static final Set<String> OF_THE_OPTIONS =
            Set.of("of", "the", "these", "those", "them", "above", "given", "options");

    private static final String LETTERS = "ABCDEFGH";

    /** Shorter words are left as they are. */
    private static final int LEAST_STEM = 4;

    /** Signs that stand in formulas, and not between the letters of options. */
    private static final String SIGNS = "+-*/^'=¬~!∧∨⊕·|";

    private final Verdict verdict;
    private final Conclusion.Chosen right;
    private final List<String> labels = new ArrayList<>();

    ChoiceMarker(Verdict verdict, Conclusion.Chosen right) {
        this.verdict = verdict;
        this.right = right;
        verdict.data().options().forEach(option -> labels.add(option.key()));
    }

    @Override
    public Mark mark(String text) {
        Set<String> letters = Letters.chosen(text, labels);
        if (!letters.isEmpty() && labels.containsAll(letters) && !isFormula(text, letters)) {
            return letters.size() > 1 && verdict.problem().answer().takesOneOption()
                    ? new Mark.Unreadable(whole(text), "one option is asked for, and these are " + letters.size())
                    : chosen(text);
        }
        boolean takesOne = verdict.problem().answer().takesOneOption();
        if (!takesOne && other(letters).equalsIgnoreCase("all")) {
            return named(String.join(", ", labels));
        }
        String hedge = hedge(letters);
        if (!hedge.isEmpty()) {
            String which = takesOne ? "the option that is right" : "all options that are right";
            return new Mark.Unreadable(whole(text), "reply with " + which + ", without '" + hedge + "'");
        }
        Option worded = worded(text);
        if (worded != null) {
            return named(worded);
        }
        Lettered lettered = Lettered.of(text, labels);
        if (lettered != null) {
            return both(lettered);
        }
        if (verdict.data().options().get(0).isClaim()) {
            Grade grade = Grading.letters(text, key(), labels);
            return new Mark.Unreadable(whole(text), grade.remark());
        }
        Option sample = verdict.data().options().get(0);
        if (sample.hasParts() || sample.expression().type().isCollection()) {
            return several(text);
        }
        Mark mark = verdict.data().question().isFunction() ? formula(text) : value(text);
        if (isTaken(mark) || mark instanceof Mark.Unscored) {
            return mark;
        }
        String other = other(letters);
        if (!other.isEmpty()) {
            return new Mark.Unreadable(
                    whole(text), "'" + other + "' is not an option; the options are " + String.join(", ", labels));
        }
        String first = text.strip().split("\\s", 2)[0];
        return mark instanceof Mark.Unreadable && labels.contains(first) && !isName(first)
                ? new Mark.Unreadable(
                        whole(text),
                        "to choose option " + first + ", write " + first + " alone, or (" + first
                                + ") before its value")
                : mark;
    }

    /** A word with which letters leave open which of them is meant, or say which is not; empty if there is none. */
    private String hedge(Set<String> words) {
        for (String hedge : HEDGES) {
            Set<String> others = new TreeSet<>(words);
            if (others.remove(hedge) && !others.isEmpty() && labels.containsAll(others)) {
                return hedge;
            }
        }
        return "";
    }

    // ---- several numbers

    /** A reply with several numbers, marked as if each of the options in turn was right. */
    private Mark several(String text) {
        for (Option option : verdict.data().options()) {
            Mark asIfRight = marker(option).mark(text);
            if (asIfRight instanceof Mark.Unreadable) {
                return asIfRight;
            }
            if (isTaken(asIfRight)) {
                return named(option, asIfRight);
            }
        }
        for (RouteFinding finding : verdict.findings()) {
            Marking.Marker found = found(finding.evidence());
            Mark mark = found == null ? null : found.mark(text);
            if (mark != null && isTaken(mark) && right.keys().size() == 1) {
                return named(sample(), mark);
            }
        }
        return new Mark.Wrong("", "that is none of the options");
    }

    private static boolean isTaken(Mark mark) {
        return mark instanceof Mark.Right || mark instanceof Mark.UnitMissing;
    }

    /** The choice of an option by what it offers, which may be without its unit. */
    private Mark named(Option option, Mark asIfRight) {
        Mark mark = named(option);
        return mark instanceof Mark.Right && asIfRight instanceof Mark.UnitMissing ? asIfRight : mark;
    }

    /** What marks replies by what a route found, from which the right option may be rounded far; null if it is no such thing. */
    private Marking.@Nullable Marker found(@Nullable Evidence evidence) {
        Answer choice = verdict.problem().answer();
        if (evidence instanceof Evidence.Parts) {
            Map<String, Conclusion.Found> parts = new LinkedHashMap<>();
            for (Answer.Part part : choice.parts()) {
                parts.put(part.name(), new Conclusion.Found(((Evidence.Parts) evidence).of(part.name()), ""));
            }
            return new PartsMarker(verdict, new Conclusion.FoundParts(parts), choice.parts());
        }
        if (evidence instanceof Evidence.Values values && values.type().isCollection()) {
            Expression offered = sample().expression();
            return new CollectionMarker(
                    verdict, values, CollectionMarker.answer(offered.type(), offered.unit(), choice));
        }
        return null;
    }

    private Marking.Marker marker(Option option) {
        Answer choice = verdict.problem().answer();
        if (option.hasParts()) {
            Map<String, Conclusion.Found> parts = new LinkedHashMap<>();
            for (int i = 0; i < choice.parts().size(); i++) {
                parts.put(choice.parts().get(i).name(), offered(option.part(i).expression()));
            }
            return new PartsMarker(verdict, new Conclusion.FoundParts(parts), choice.parts());
        }
        Expression offered = option.expression();
        Answer.Collection answer = CollectionMarker.answer(offered.type(), offered.unit(), choice);
        return new CollectionMarker(verdict, offered(offered).values(), answer);
    }

    /** What an option offers, as if it had been found. */
    private Conclusion.Found offered(Expression value) {
        Frame frame = verdict.data().frame().rested();
        Estimate estimate = Estimate.exact(frame.value(value.term()));
        Point point = Point.of(frame, List.of());
        return new Conclusion.Found(
                new Evidence.Values(List.of(point), 1, List.of(estimate), value.type(), Map.of()), value.text());
    }

    /** The only word of a reply, if it is no name but a letter as the labels are, or one that speaks of all options; or empty. */
    private String other(Set<String> words) {
        Set<String> said = new TreeSet<>(words);
        said.removeIf(word -> OF_THE_OPTIONS.contains(word.toLowerCase(Locale.ROOT)));
        String word = said.size() == 1 ? said.iterator().next() : "";
        boolean isLike = word.length() == 1 && LETTERS.contains(word.toUpperCase(Locale.ROOT));
        return isLike && !isName(word) || SWEEPING.contains(word.toLowerCase(Locale.ROOT)) ? word : "";
    }

    /** Whether the question has a name like this; labels are read in any case of letters. */
    private boolean isName(String word) {
        Scope scope = verdict.problem().scope();
        return scope.find(word) != null
                || scope.find(word.toLowerCase(Locale.ROOT)) != null
                || scope.find(word.toUpperCase(Locale.ROOT)) != null;
    }

    /** Whether labels in a reply are variables of a formula: they are joined by signs, or more than can be chosen. */
    private boolean isFormula(String text, Set<String> letters) {
        if (!verdict.data().question().isFunction() || !letters.stream().allMatch(this::isName)) {
            return false;
        }
        boolean signs = text.chars().anyMatch(c -> SIGNS.indexOf(c) >= 0);
        return signs || letters.size() > 1 && verdict.problem().answer().takesOneOption();
    }

    /** A letter with what stands beside that option: one reply, if they are of one option. */
    private Mark both(Lettered lettered) {
        Mark byLetter = chosen(lettered.letter());
        Mark byRest = mark(lettered.rest());
        boolean agree = byLetter.getClass() == byRest.getClass() || byRest instanceof Mark.UnitMissing;
        return agree && !(byRest instanceof Mark.Unreadable)
                ? byLetter
                : new Mark.Unreadable(
                        whole(lettered.letter() + " " + lettered.rest()),
                        "option " + lettered.letter() + " and '" + lettered.rest()
                                + "' are not the same; which of them is meant?");
    }

    private static Span whole(String text) {
        return new Span(0, text.length());
    }

    private Key.Letters key() {
        return new Key.Letters("", List.of(right.keys()));
    }

    // ---- letters

    private Mark chosen(String letters) {
        Grade grade = Grading.letters(letters, key(), labels);
        if (grade.isRight()) {
            return new Mark.Right("");
        }
        Set<String> chosen = Letters.chosen(letters, labels);
        for (Slip slip : verdict.slips()) {
            if (slip.conclusion() instanceof Conclusion.Chosen
                    && ((Conclusion.Chosen) slip.conclusion()).keys().equals(chosen)) {
                return new Mark.Wrong(slip.misconception().says(), Suspicion.says(slip)).of(share(chosen));
            }
        }
        return new Mark.Wrong("", "").of(share(chosen)); // how many of them are right would give too much away
    }

    /** How many of the right options were chosen, if no wrong one was. */
    private Rational share(Set<String> chosen) {
        return right.keys().containsAll(chosen)
                ? Rational.of(chosen.size(), right.keys().size())
                : Rational.ZERO;
    }

    /** The choice of an option by other means than its letter. */
    private Mark named(Option option) {
        return named(option.key());
    }

    private Mark named(String keys) {
        Mark mark = chosen(keys);
        String option = keys.length() > 1 ? "these are options " : "that is option ";
        return mark instanceof Mark.Right ? new Mark.Right(option + keys) : mark;
    }

    private @Nullable Option worded(String text) {
        for (Option option : verdict.data().options()) {
            String words = option.text().parts().isEmpty()
                    ? ""
                    : option.text().parts().get(0).text().strip();
            if (!words.isEmpty()
                    && (stems(words).equals(stems(text)) || stems(words).equals(stems(bare(text))))) {
                return option;
            }
        }
        return null;
    }

    /** A sentence without its subject and its full stop. */
    private static String bare(String text) {
        String narrow = Wording.narrow(text).toLowerCase(Locale.ROOT).strip();
        return SUBJECT.matcher(narrow).replaceFirst("").replaceAll("[.!]+$", "");
    }

    /** Words without what sets a verb or noun apart from its like: {@code increase} is {@code increases}. */
    private static String stems(String words) {
        StringBuilder stems = new StringBuilder();
        for (String word :
                Wording.narrow(words).toLowerCase(Locale.ROOT).strip().split("\\s+")) {
            boolean ends = word.length() > LEAST_STEM && word.endsWith("s") && !word.endsWith("ss");
            stems.append(ends ? word.substring(0, word.length() - 1) : word).append(' ');
        }
        return stems.toString();
    }

    // ---- values

    private Mark value(String text) {
        Answer.Number answer = number(sample());
        Reply reply = Replies.quantity(text, answer.type(), answer.unit(), verdict.problem());
        return Replies.noted(text, reply, verdict.problem(), value(reply));
    }

    /** The right option, or another if none is. */
    private Option sample() {
        Option sample = verdict.data().options().get(0);
        for (Option option : verdict.data().options()) {
            sample = right.keys().contains(option.key()) ? option : sample;
        }
        return sample;
    }

    private Mark value(Reply reply) {
        Option sample = sample();
        Answer.Number answer = number(sample);
        Estimate response = response(reply);
        Option meant = response == null ? null : meant(reply, response);
        if (meant == null && response != null && isFound(reply, response)) {
            meant = sample;
        }
        if (meant == null) {
            Frame frame = verdict.data().frame().rested();
            Suspects suspects = Suspicion.of(verdict);
            Grade grade = response == null
                    ? Grading.number(reply, key(sample), answer, frame, suspects)
                    : Grading.number(reply, response, key(sample), answer, frame, suspects);
            Mark mark = NumberMarker.mark(grade, reply);
            return mark instanceof Mark.Wrong && mark.message().isEmpty()
                    ? new Mark.Wrong("", "that is none of the options")
                    : mark;
        }
        Mark mark = named(meant);
        return mark instanceof Mark.Right && reply instanceof Reply.WithoutUnit ? new Mark.UnitMissing("") : mark;
    }

    private Answer.Number number(Option option) {
        return NumberMarker.answer(
                option.expression().type(),
                option.expression().unit(),
                verdict.problem().answer());
    }

    private static Key.Range key(Option option) {
        return new Key.Range("", option.expression(), option.expression());
    }

    /** What a reply is worth as a number; null if it is none, or has no value. */
    private @Nullable Estimate response(Reply reply) {
        if (reply instanceof Reply.Unreadable || reply instanceof Reply.OtherKind) {
            return null;
        }
        Expression quantity = reply.quantity();
        if (!quantity.type().isNumber() || !quantity.type().isScalar()) {
            return null;
        }
        try {
            return Grading.response(quantity, verdict.data().frame().rested());
        } catch (NoValue e) {
            return null;
        }
    }

    /** The one option that has this value, to its digits or at least more nearly than any other; or null. */
    private @Nullable Option meant(Reply reply, Estimate response) {
        Case data = verdict.data();
        Option exact = null;
        for (Option option : data.options()) {
            Grade grade = Grading.number(
                    reply, response, key(option), number(option), data.frame().rested(), Suspects.NONE);
            if (grade.number() == Aspect.RIGHT && grade.unit() != Aspect.WRONG) {
                if (exact != null) {
                    return null;
                }
                exact = option;
            }
        }
        return exact != null ? exact : near(response);
    }

    /** Whether a reply is the value that a route found, from which the right option may be rounded far. */
    private boolean isFound(Reply reply, Estimate response) {
        for (RouteFinding finding : verdict.findings()) {
            boolean isNumber = finding.evidence() instanceof Evidence.Values values
                    && values.type().isScalar()
                    && new NumberMarker(verdict, values, number(sample())).takes(reply, response);
            if (isNumber && right.keys().size() == 1) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Option near(Estimate given) {
        Option nearest = null;
        double least = Double.POSITIVE_INFINITY;
        double next = Double.POSITIVE_INFINITY;
        double size = 0;
        for (Option option : verdict.data().options()) {
            Value value =
                    verdict.data().frame().rested().value(option.expression().term());
            double distance = Arrays.distance(given.value(), value);
            if (distance < least) {
                next = least;
                least = distance;
                nearest = Arithmetic.isWhole(value) ? null : option;
                size = Arrays.size(value);
            } else {
                next = Math.min(next, distance);
            }
        }
        return Decisions.isMeant(least, next, size) ? nearest : null;
    }

    // ---- formulas

    private Mark formula(String text) {
        try {
            Reading reading = Replies.formula(text, verdict.problem());
            Expression formula =
                    Replies.asNumber(reading.formula(), sample().expression().type(), verdict.problem());
            return Replies.noted(reading, formula(formula));
        } catch (ExpressionFault e) {
            return new Mark.Unreadable(e.span(), e.message());
        }
    }

    private Mark formula(Expression formula) {
        Equivalence toRight = new Equivalence.Undecided("no option is right");
        for (Option option : verdict.data().options()) {
            Equivalence found = compared(formula, option.expression());
            if (found instanceof Equivalence.Equal) {
                return named(option);
            }
            toRight = right.keys().contains(option.key()) ? found : toRight;
        }
        return mark(toRight, formula);
    }

    private Mark mark(Equivalence toRight, Expression formula) {
        if (toRight instanceof Equivalence.Undecided) {
            return new Mark.Unscored(toRight.reason());
        }
        Equivalence.Different different = (Equivalence.Different) toRight;
        if (different.point().isEmpty()) {
            return new Mark.Wrong(
                    "the kind of quantity", different.b() + " is asked for, and this is " + different.a());
        }
        String what = different.slope().isEmpty() ? "yours" : "the derivative of yours by " + different.slope();
        String counterexample =
                "at " + different.point() + " " + what + " is " + different.a() + ", and should be " + different.b();
        Mistake factor = factor(formula);
        return factor == null
                ? new Mark.Wrong("", counterexample)
                : new Mark.Wrong(
                        factor.name(),
                        factor.says() + ": " + counterexample,
                        Mistake.first(factor.name(), factor.says()));
    }

    private @Nullable Mistake factor(Expression formula) {
        for (Verdict.RouteFinding finding : verdict.findings()) {
            if (finding.evidence() instanceof Evidence.Values) {
                return new FormulaMarker(verdict, (Evidence.Values) finding.evidence()).factor(formula);
            }
        }
        return null;
    }

    private Equivalence compared(Expression formula, Expression option) {
        Question question = verdict.data().question();
        List<Ranged> variables = new ArrayList<>(question.arbitrary());
        variables.addAll(question.arguments());
        return FormulaComparison.of(
                formula.term(),
                option.term(),
                variables,
                question.conditions(),
                new Tolerance.Digits(),
                verdict.data().frame().rested());
    }
}
