package org.ansatz.problem;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.ansatz.expression.type.NumberSet;
import org.ansatz.expression.type.Type;
import org.ansatz.quantity.Unit;
import org.jspecify.annotations.Nullable;

/**
 * The kind of answer that is wanted. A new kind is a case here and a line in {@code bank.AnswerKind}; the compiler then asks
 * in each layer what else must be said of it, for each folds over {@link Cases}: how a key is read ({@code statement}), what
 * evidence means ({@code judge}), how a reply is marked ({@code mark}). Nobody else tells kinds apart.
 */
public sealed interface Answer {

    /** What {@code cases} makes of this kind of answer. */
    <R> R fold(Cases<R> cases);

    /** Something that is done otherwise with each kind of answer. */
    interface Cases<R> {
        /** Options, of which one or more are right. */
        R ofChoice(Choice answer);

        /** A number. */
        R ofNumber(Number answer);

        /** A set or an interval. */
        R ofCollection(Collection answer);

        /** A function. */
        R ofFormula(Formula answer);

        /** Several answers, each by its name. */
        R ofParts(Parts answer);
    }

    /** As it is written in a problem file. */
    String kind();

    /** How near a value must come as the author stated it: to an option where it is a choice, otherwise to what is right. */
    Tolerance tolerance();

    /** What is asked of a person, a sentence; empty where the options say it. */
    String wanted(Question question);

    /** The options, empty unless it is a choice. */
    default List<Option> options() {
        return List.of();
    }

    /** What is asked for together, part by part; empty if it is one thing. */
    default List<Part> parts() {
        return List.of();
    }

    /** The unit to show values in, or null for the coherent one. */
    default @Nullable Unit unit() {
        return null;
    }

    /** How exactly a number is wanted, in words; empty where none is asked for. */
    default String exactness() {
        return "";
    }

    /** The same where a reply of so many digits is taken to be rounded, if no tolerance is stated. */
    default Answer withDigits(int enough) {
        return this;
    }

    /** Whether it is a choice of which exactly one option is right. */
    default boolean takesOneOption() {
        return false;
    }

    /** Whether it is a set of numbers, however many they are. */
    default boolean isSet() {
        return false;
    }

    /** How near values must come to each other. The tolerance of a choice is that of its options, and says nothing of values. */
    default Tolerance toleranceOfValues() {
        return options().isEmpty() ? tolerance() : new Tolerance.Digits();
    }

    /**
     * One of several things that are asked for together.
     *
     * @param name by which it is asked for
     * @param answer what is asked
     */
    record Part(String name, Answer answer) {}

    /** Options, of which one or more are right. */
    sealed interface Choice extends Answer {
        @Override
        default <R> R fold(Cases<R> cases) {
            return cases.ofChoice(this);
        }
    }

    /** Exactly one option is right. */
    record OneOf(List<Option> options, Tolerance tolerance, List<Part> parts) implements Choice {
        /** Copies the lists. */
        public OneOf {
            options = List.copyOf(options);
            parts = List.copyOf(parts);
        }

        @Override
        public String kind() {
            return "mcq";
        }

        @Override
        public boolean takesOneOption() {
            return true;
        }

        @Override
        public String wanted(Question question) {
            return "";
        }
    }

    /** Any number of options is right, and exactly that set is the answer. */
    record AllOf(List<Option> options, Tolerance tolerance, List<Part> parts) implements Choice {
        /** Copies the lists. */
        public AllOf {
            options = List.copyOf(options);
            parts = List.copyOf(parts);
        }

        @Override
        public String kind() {
            return "msq";
        }

        @Override
        public String wanted(Question question) {
            return "One or more of the options are right: reply with all of them.";
        }
    }

    /** A real or complex number with its unit. */
    record Number(String kind, Type type, @Nullable Unit unit, Tolerance tolerance) implements Answer {
        @Override
        public Number withDigits(int enough) {
            return tolerance instanceof Tolerance.Digits
                    ? new Number(kind, type, unit, new Tolerance.Digits(enough))
                    : this;
        }

        /** Whether a complex number is none. */
        public boolean isReal() {
            return type.set() != NumberSet.COMPLEX;
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.ofNumber(this);
        }

        @Override
        public String wanted(Question question) {
            String number = isReal() ? "a number" : "a complex number";
            String symbol = unit == null || unit.equals(Unit.ONE) ? "" : unit.symbol();
            String sample = ((isReal() ? "" : "3 + 4j ") + symbol).strip();
            return "Reply with " + number + (symbol.isEmpty() ? "" : " and its unit")
                    + (sample.isEmpty() ? ", " : ", such as " + sample + ", ") + exactness() + ".";
        }

        @Override
        public String exactness() {
            return tolerance.wording(unit);
        }
    }

    /** A set of numbers, or an interval between two, with its unit. */
    record Collection(String kind, Type type, @Nullable Unit unit, Tolerance tolerance) implements Answer {
        /** Whether it is an interval; otherwise a set. */
        public boolean isInterval() {
            return type.set() == NumberSet.INTERVAL;
        }

        @Override
        public boolean isSet() {
            return !isInterval();
        }

        /** What is asked of each of its numbers. */
        public Number ofEntry() {
            Type entry = type.ofEntry();
            return new Number(entry.set() == NumberSet.COMPLEX ? "complex" : "number", entry, unit, tolerance);
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.ofCollection(this);
        }

        @Override
        public String wanted(Question question) {
            String in = unit == null || unit.equals(Unit.ONE) ? "" : " " + unit.symbol();
            return isInterval()
                    ? "Reply with an interval, as 2 to 7" + in + ", each end " + exactness() + "; an end may be inf."
                    : "Reply with all the numbers, as 2, 7, 11" + in + ", each " + exactness() + ".";
        }

        @Override
        public String exactness() {
            return tolerance.wording(unit);
        }

        @Override
        public Collection withDigits(int enough) {
            return tolerance instanceof Tolerance.Digits
                    ? new Collection(kind, type, unit, new Tolerance.Digits(enough))
                    : this;
        }
    }

    /** Several answers, each by its name. */
    record Parts(String kind, List<Part> parts) implements Answer {
        /** Copies the list. */
        public Parts {
            parts = List.copyOf(parts);
        }

        @Override
        public Tolerance tolerance() {
            return new Tolerance.Digits();
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.ofParts(this);
        }

        @Override
        public String wanted(Question question) {
            StringBuilder example = new StringBuilder();
            for (Part part : parts) {
                Unit unit = part.answer().unit();
                String in = unit == null || unit.equals(Unit.ONE) ? "" : " " + unit.symbol();
                example.append(example.length() == 0 ? "" : ", ")
                        .append(part.name())
                        .append(" = …")
                        .append(in);
            }
            return "Reply with all parts, as " + example + exactness() + ".";
        }

        /** Of each part, or of all of them if it is the same. */
        @Override
        public String exactness() {
            Set<String> all = new LinkedHashSet<>();
            StringBuilder each = new StringBuilder();
            for (Part part : parts) {
                String own = part.answer().exactness();
                all.add(own);
                each.append(own.isEmpty() ? "" : ", " + part.name() + " " + own);
            }
            String only = all.size() == 1 ? all.iterator().next() : "";
            return only.isEmpty() ? each.toString() : ", each " + only;
        }

        @Override
        public Parts withDigits(int enough) {
            return new Parts(
                    kind,
                    parts.stream()
                            .map(part -> new Part(part.name(), part.answer().withDigits(enough)))
                            .toList());
        }
    }

    /** A formula in the declared arguments, or a waveform over one of them; scalar or matrix. */
    record Formula(String kind, Tolerance tolerance) implements Answer {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.ofFormula(this);
        }

        @Override
        public String wanted(Question question) {
            StringBuilder names = new StringBuilder();
            for (Ranged name : question.drawn()) {
                names.append(names.length() == 0 ? "" : ", ").append(name.name());
            }
            String form = question.notation().wanted();
            return "Reply with a formula in " + names + (form.isEmpty() ? "." : ", " + form + ".");
        }
    }
}
