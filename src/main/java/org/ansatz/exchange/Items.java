package org.ansatz.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ansatz.exchange.item.Illustration;
import org.ansatz.exchange.item.Interaction;
import org.ansatz.exchange.item.Interaction.Accepted;
import org.ansatz.exchange.item.Interaction.Blank;
import org.ansatz.exchange.item.Item;
import org.ansatz.exchange.item.Picture;
import org.ansatz.expression.type.NumberSet;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Value;
import org.ansatz.judge.Grading;
import org.ansatz.problem.Answer;
import org.ansatz.problem.Case;
import org.ansatz.problem.Conclusion;
import org.ansatz.problem.MarkingScheme;
import org.ansatz.problem.Misconception;
import org.ansatz.problem.Option;
import org.ansatz.problem.Problem;
import org.ansatz.problem.Shown;
import org.ansatz.problem.Template;
import org.ansatz.problem.Tolerance;
import org.ansatz.problem.Verdict;
import org.ansatz.quantity.Unit;
import org.ansatz.report.Texts;
import org.jspecify.annotations.Nullable;

/** What a problem with one set of data becomes outside. */
public final class Items {

    private final Verdict verdict;
    private final Problem problem;
    private final Case data;
    private final Answer asked;
    private final Conclusion answer;

    private Items(Verdict verdict, Conclusion answer) {
        this.verdict = verdict;
        this.problem = verdict.problem();
        this.data = verdict.data();
        this.asked = problem.answer().withDigits(Grading.enoughDigits(problem));
        this.answer = answer;
    }

    /**
     * The item of a verdict whose routes agree.
     *
     * @param verdict with its misconceptions executed
     * @param scheme what replies earn
     * @param illustration what is shown beside the statement, or null
     * @param pictures that belong to the solution
     * @throws IllegalArgumentException if the routes do not agree on an answer
     */
    public static Item of(
            Verdict verdict, MarkingScheme scheme, @Nullable Illustration illustration, List<Picture> pictures) {
        Conclusion answer = verdict.judgement().answer();
        if (answer == null) {
            throw new IllegalArgumentException(verdict.problem().id() + " has no answer");
        }
        return new Items(verdict, answer).item(scheme, illustration, pictures);
    }

    private Item item(MarkingScheme scheme, @Nullable Illustration illustration, List<Picture> pictures) {
        boolean isVariant = !Problem.hasPublishedData(data.seed());
        Problem.Texts texts = problem.texts();
        MarkingScheme.Worth worth = scheme.worth(problem);
        Interaction interaction = interaction();
        double marks = worth.marks().toDouble();
        return new Item(
                problem.id() + (isVariant ? "#" + data.seed() : ""),
                problem.card().title() + (isVariant ? " (variant " + data.seed() + ")" : ""),
                problem.card().topic(),
                filled(texts.statement()),
                illustration,
                instruction(interaction),
                interaction,
                marks,
                marks == 0 ? 0 : worth.wrong().toDouble() / marks,
                filled(texts.solution()),
                texts.hints().stream().map(this::filled).toList(),
                pictures,
                card());
    }

    private String instruction(Interaction interaction) {
        String exactness = asked.exactness();
        boolean isNumeric = interaction instanceof Interaction.Numeric;
        if (!isNumeric || exactness.isEmpty()) {
            return asked.wanted(data.question());
        }
        String plain = exactness.startsWith(", ") ? exactness.substring(2) : exactness;
        return "Answer " + plain + ".";
    }

    private Map<String, String> card() {
        Map<String, String> card = new LinkedHashMap<>();
        if (!problem.card().source().isEmpty()) {
            card.put("source", problem.card().source());
        }
        card.put("difficulty", String.valueOf(problem.card().level().difficulty()));
        if (problem.card().level().minutes() > 0) {
            card.put("minutes", String.valueOf(problem.card().level().minutes()));
        }
        return card;
    }

    private String filled(Template template) {
        return Shown.text(template, problem, data.frame()).strip();
    }

    /** Options to choose from, blanks for what is a real number or several, and everything else as text that a person marks. */
    private Interaction interaction() {
        if (!asked.options().isEmpty()) {
            return choice();
        }
        List<Blank> blanks = data.question().isFunction() ? List.of() : blanks();
        return blanks.isEmpty() ? free() : new Interaction.Numeric(blanks);
    }

    private Interaction free() {
        return new Interaction.Free(answer.brief());
    }

    // ---- options

    private Interaction choice() {
        Set<String> right = ((Conclusion.Chosen) answer).keys();
        List<Interaction.Option> options = new ArrayList<>();
        for (Option option : data.options()) {
            boolean isRight = right.contains(option.key());
            options.add(new Interaction.Option(text(option), isRight, isRight ? "" : feedback(option.key())));
        }
        return new Interaction.Choice(options, asked.takesOneOption());
    }

    /** An option as it is shown; a formula that has no words of its own is mathematics. */
    private String text(Option option) {
        String shown = Texts.option(option, data, problem.answer().unit()).strip();
        boolean isFormula = data.question().isFunction()
                && shown.equals(option.expression().text().strip());
        return isFormula ? "$" + shown + "$" : shown;
    }

    /** What leads to an option, as far as misconceptions say it. */
    private String feedback(String option) {
        for (Verdict.Slip slip : verdict.slips()) {
            boolean leadsThere = slip.conclusion() instanceof Conclusion.Chosen chosen
                    && chosen.keys().equals(Set.of(option));
            if (leadsThere) {
                return said(slip.misconception());
            }
        }
        return "";
    }

    private static String said(Misconception misconception) {
        return "It looks as if " + misconception.says() + ".";
    }

    // ---- numbers

    /** A blank for each number of the answer; none if one of them is not real. */
    private List<Blank> blanks() {
        if (answer instanceof Conclusion.FoundParts parts) {
            List<Blank> blanks = new ArrayList<>();
            for (Answer.Part part : asked.parts()) {
                Blank blank = blank(part.name(), part.answer(), parts.of(part.name()));
                if (blank == null) {
                    return List.of();
                }
                blanks.add(blank);
            }
            return blanks;
        }
        if (answer instanceof Conclusion.Found found && found.values().type().set() == NumberSet.INTERVAL) {
            return ends(found.values().first().value());
        }
        Blank blank = blank("", asked, answer);
        return blank == null ? List.of() : List.of(blank);
    }

    /** A blank for a real number; null if it is none. */
    private @Nullable Blank blank(String name, Answer answer, Conclusion conclusion) {
        if (!(conclusion instanceof Conclusion.Found found)) {
            return null;
        }
        Unit unit = answer.unit() == null ? Unit.ONE : answer.unit();
        Double right = real(found.values().first().value(), unit);
        if (right == null) {
            return null;
        }
        boolean isWhole = Arithmetic.isWhole(found.values().first().value()) && unit.equals(Unit.ONE);
        List<Accepted> accepted = new ArrayList<>();
        accepted.add(new Accepted(right, allowed(answer.tolerance(), right, unit, isWhole), 1, ""));
        for (Verdict.Slip slip : verdict.slips()) {
            Double wrong = slipped(slip.conclusion(), name, unit);
            if (wrong != null && accepted.stream().noneMatch(known -> known.includes(wrong))) {
                double near = allowed(answer.tolerance(), wrong, unit, isWhole);
                accepted.add(new Accepted(wrong, apart(near, wrong, accepted), 0, said(slip.misconception())));
            }
        }
        return new Blank(name, accepted, UnitScales.of(unit));
    }

    /** A range around a wrong value that touches no other. */
    private static double apart(double near, double value, List<Accepted> others) {
        double free = near;
        for (Accepted other : others) {
            free = Math.min(free, (Math.abs(other.value() - value) - other.tolerance()) / 2);
        }
        return Math.max(0, free);
    }

    private static @Nullable Double slipped(Conclusion conclusion, String name, Unit unit) {
        if (conclusion instanceof Conclusion.Found found) {
            return real(found.values().first().value(), unit);
        }
        return conclusion instanceof Conclusion.FoundParts parts
                        && parts.parts().containsKey(name)
                ? real(parts.of(name).values().first().value(), unit)
                : null;
    }

    /** The two ends of an interval, if both are finite. */
    private List<Blank> ends(Value value) {
        if (!(value instanceof Value.Array array) || array.entries().size() != 2) {
            return List.of();
        }
        Unit unit = asked.unit() == null ? Unit.ONE : asked.unit();
        List<Blank> blanks = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            Double end = real(array.entries().get(i), unit);
            if (end == null) {
                return List.of();
            }
            Accepted accepted = new Accepted(end, allowed(asked.tolerance(), end, unit, false), 1, "");
            blanks.add(new Blank(i == 0 ? "lower end" : "upper end", List.of(accepted), UnitScales.of(unit)));
        }
        return blanks;
    }

    /** A finite real number in a unit, or null. */
    private static @Nullable Double real(Value value, Unit unit) {
        boolean isReal = value instanceof Value.Real || value instanceof Value.Exact;
        double number = isReal ? unit.fromSi(Arithmetic.real(value)) : Double.NaN;
        return Double.isFinite(number) ? (Double) number : null;
    }

    /** How far a reply may be from a value, in the unit: half a unit of the last digit that is wanted, if no more is said. */
    private static double allowed(Tolerance tolerance, double value, Unit unit, boolean isWhole) {
        if (tolerance instanceof Tolerance.Absolute absolute) {
            return absolute.difference() / Math.abs(unit.factor());
        }
        if (tolerance instanceof Tolerance.Relative relative) {
            return relative.fraction() * Math.abs(value);
        }
        int digits = tolerance instanceof Tolerance.Significant significant
                ? significant.digits()
                : tolerance instanceof Tolerance.Digits wanted ? wanted.enough() : Tolerance.Digits.USUAL;
        boolean isExact = isWhole && tolerance instanceof Tolerance.Digits;
        return isExact ? 0 : new Tolerance.Significant(digits).half(Math.abs(value));
    }
}
