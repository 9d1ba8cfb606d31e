package org.ansatz.bank;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.ansatz.expression.check.Domains;
import org.ansatz.expression.check.FormulaNotation;
import org.ansatz.expression.syntax.Parser;
import org.ansatz.expression.term.Binding;
import org.ansatz.expression.term.Binding.Role;
import org.ansatz.expression.term.Domain;
import org.ansatz.expression.term.Scope;
import org.ansatz.expression.type.NumberSet;
import org.ansatz.expression.type.Type;
import org.ansatz.field.Language;
import org.ansatz.field.block.Written;
import org.ansatz.problem.Answer;
import org.ansatz.problem.Ranged;
import org.ansatz.problem.Tolerance;
import org.ansatz.quantity.Dimension;
import org.ansatz.quantity.Unit;
import org.ansatz.route.RouteReader;
import org.ansatz.statement.ToleranceReader;
import org.ansatz.statement.UnitField;
import org.jspecify.annotations.Nullable;

/** Reads the field {@code answer}: what is asked, of what it is a function, its kind, options and tolerance. */
final class AnswerReader {

    private static final String BIT = "bit";
    private static final String UNBOUNDED = "-10..10";

    /** The most that is asked for together. */
    private static final int MAX_PARTS = 12;

    private final Section top;
    private final Scope scope;
    private final List<Ranged> arbitrary;
    private final List<Ranged> arguments = new ArrayList<>();
    private final List<Asked> asked = new ArrayList<>();
    private final List<Ranged> domains = new ArrayList<>();
    private final TemplateReader templates;
    private @Nullable Section answer;
    private @Nullable AnswerKind kind;
    private int bits;
    private FormulaNotation notation = FormulaNotation.PLAIN;

    AnswerReader(Section top, Scope scope, List<Ranged> arbitrary, TemplateReader templates) {
        this.top = top;
        this.templates = templates;
        this.scope = scope;
        this.arbitrary = List.copyOf(arbitrary);
    }

    /**
     * An answer and what the routes need to know of it.
     *
     * @param answer the answer
     * @param wanted the type of its value, or those of its parts; none if the options are claims
     * @param claims the options' claims as written
     */
    record Read(Answer answer, List<Type> wanted, Map<String, Written> claims) {}

    /**
     * A name that is asked for.
     *
     * @param name its binding
     * @param type of its value
     * @param unit the unit that is asked for, or null
     */
    record Asked(Binding name, Type type, @Nullable Unit unit) {}

    /**
     * What the reader of a kind of answer starts from.
     *
     * @param kind the word for it
     * @param fields those of the answer
     * @param scope the declared names
     * @param asked the names that are asked for: none, one, or one for each part of the answer
     * @param arguments what it is a function of
     * @param arbitrary what it must not depend on
     * @param quantities what claims can speak of
     * @param notation how formulas are written
     * @param templates reads the texts of options
     */
    record Stated(
            String kind,
            Section fields,
            Scope scope,
            List<Asked> asked,
            List<Ranged> arguments,
            List<Ranged> arbitrary,
            Set<String> quantities,
            FormulaNotation notation,
            TemplateReader templates) {

        /** Whether several things are asked for together. */
        boolean hasParts() {
            return asked.size() > 1;
        }

        /** How near a part of the answer must come: as its own tolerance says, or that of all. */
        Tolerance toleranceOf(Asked part, Type type) {
            if (!fields.isMapping("tolerance")) {
                return ToleranceReader.read(fields, type, part.unit(), scope);
            }
            Section own = fields.fields("tolerance");
            for (String name : own.keys()) {
                if (asked.stream().noneMatch(each -> each.name().name().equals(name))) {
                    throw own.refuse(own.key(name), "'" + name + "' is none of the parts that are asked for");
                }
            }
            return own.has(part.name().name())
                    ? ToleranceReader.read(own.text(part.name().name()), type, part.unit(), scope)
                    : new Tolerance.Digits();
        }

        /** The unit that is asked for, or null. */
        @Nullable
        Unit unit() {
            if (fields.has("unit")) {
                return UnitField.read(fields);
            }
            return asked.size() == 1 ? asked.get(0).unit() : null;
        }

        /** The dimension that is asked for: that of the unit, or of the interval in which it is looked for. */
        Dimension dimension() {
            Unit unit = unit();
            boolean only = unit == null && asked.size() == 1;
            return only ? asked.get(0).type().dimensionOrNone() : unit == null ? Dimension.NONE : unit.dimension();
        }
    }

    List<Binding> asked() {
        return asked.stream().map(Asked::name).toList();
    }

    List<Ranged> domains() {
        return domains;
    }

    List<Ranged> arguments() {
        return arguments;
    }

    FormulaNotation notation() {
        return notation;
    }

    /** Declares the arguments and the name that is asked for. */
    Section readQuestion() {
        Section section = top.fields("answer");
        answer = section;
        AnswerKind stated = AnswerKind.called(section.word("kind", AnswerKind.words()));
        kind = stated;
        if (section.has("of")) {
            readArguments(section);
            if (stated.of() == AnswerKind.Of.NOTHING) {
                throw section.refuse(
                        section.key("of"), "a " + stated.word() + " is one value; a function is of the kind 'formula'");
            }
        }
        if (stated.of() == AnswerKind.Of.NEEDED && arguments.isEmpty()) {
            throw section.fault("a " + stated.word() + " is a function of something: of: {t: 0 s..1 s}");
        }
        notation = notation(section, stated);
        if (section.has("find")) {
            readAsked(section);
        }
        return section;
    }

    private void readArguments(Section section) {
        if (section.isMapping("of")) {
            Section of = section.fields("of");
            for (String name : of.keys()) {
                Written domain = of.text(name);
                boolean bit = domain.text().equals(BIT);
                bits += bit ? 1 : 0;
                arguments.add(bit ? bit(name, domain) : RouteReader.ranged(of, name, Role.ARGUMENT, scope));
            }
            return;
        }
        Written of = section.text("of");
        String names = of.text().startsWith("[") && of.text().endsWith("]")
                ? of.text().substring(1, of.text().length() - 1)
                : of.text();
        for (String name : names.split(",", -1)) {
            arguments.add(argument(name.strip(), of));
        }
        // A size is drawn before the matrices that have it, in whatever order they are named.
        arguments.sort(Comparator.comparingInt(this::turn));
    }

    /** Which of the arbitrary symbols it is, in the order of the file; the last for a new name. */
    private int turn(Ranged argument) {
        int turn = 0;
        while (turn < arbitrary.size() && !arbitrary.get(turn).name().equals(argument.name())) {
            turn++;
        }
        return turn;
    }

    /** A symbol declared under {@code any}, or a new real variable. */
    private Ranged argument(String name, Written of) {
        for (Ranged symbol : arbitrary) {
            if (symbol.name().equals(name) && !arguments.contains(symbol)) {
                return symbol;
            }
        }
        if (Objects.requireNonNull(kind).isBoolean()) {
            bits++;
            return bit(name, of);
        }
        requireNew(name, of);
        Domain domain = Domains.of(Parser.expression(UNBOUNDED), scope);
        return new Ranged(scope.declare(Role.ARGUMENT, name, domain.type()), domain);
    }

    /** A new variable that is 0 or 1. */
    private Ranged bit(String name, Written at) {
        requireNew(name, at);
        Domain domain = Domains.of(Parser.expression("0:1"), scope);
        return new Ranged(scope.declare(Role.ARGUMENT, name, domain.type()), domain);
    }

    /** How formulas are written: as those of Boolean algebra if they are functions of bits. */
    private FormulaNotation notation(Section section, AnswerKind stated) {
        boolean allBits = !arguments.isEmpty() && bits == arguments.size();
        if (stated.isBoolean() && !allBits) {
            throw section.refuse(
                    section.key("of"), "a boolean is a function of bits: of: [A, B], or of: {A: bit, B: bit}");
        }
        if (!allBits || !stated.isBoolean() && stated.of() == AnswerKind.Of.NEEDED) {
            return FormulaNotation.PLAIN;
        }
        if (bits > Language.MAX_INPUTS) {
            throw section.refuse(
                    section.key("of"), bits + " bits; a Boolean function has at most " + Language.MAX_INPUTS + " here");
        }
        List<String> names = arguments.stream().map(Ranged::name).toList();
        String form = section.has("form")
                ? section.word("form", Language.booleanForms())
                : Language.booleanForms().get(0);
        return Language.ofBoolean(names, form);
    }

    private void readAsked(Section section) {
        if (section.isMapping("find")) {
            Section find = section.fields("find");
            List<String> names = find.keys();
            if (names.size() == 1) {
                readAskedWithUnit(find, names.get(0));
            } else {
                readParts(section, find);
            }
            return;
        }
        Written name = section.text("find");
        requireNew(name.text(), name);
        declareAsked(name.text(), candidateType(section), null);
    }

    private void requireNew(String name, Written at) {
        String objection = scope.objectionTo(name);
        if (objection != null) {
            throw at.fault(objection + "; what is asked for is new, and not among the givens");
        }
    }

    private void readAskedWithUnit(Section find, String name) {
        Written text = find.text(name);
        Unit unit = UnitField.find(text);
        if (unit != null) {
            requireNew(name, text);
            declareAsked(name, Type.real(unit.dimension()), unit);
        } else {
            Ranged ranged = RouteReader.ranged(find, name, Role.ASKED, scope);
            asked.add(new Asked(ranged.variable(), ranged.variable().type(), null));
            domains.add(ranged);
        }
    }

    /** Several names, each with its unit. */
    private void readParts(Section section, Section find) {
        if (find.keys().isEmpty() || find.keys().size() > MAX_PARTS) {
            throw find.fault("from one to " + MAX_PARTS + " names are asked for together");
        }
        if (!arguments.isEmpty()) {
            throw section.refuse(section.key("of"), "several answers are values, not functions of something");
        }
        if (section.has("unit")) {
            throw section.refuse(section.key("unit"), "each part has its unit beside its name: find: {R: ohm, C: F}");
        }
        for (String name : find.keys()) {
            Written text = find.text(name);
            requireNew(name, text);
            Unit unit = UnitField.find(text);
            if (unit == null) {
                Ranged ranged = RouteReader.ranged(find, name, Role.ASKED, scope);
                asked.add(new Asked(ranged.variable(), ranged.variable().type(), null));
                domains.add(ranged);
                continue;
            }
            Type type = OptionsReader.partType(section, name, Type.real(unit.dimension()), scope);
            asked.add(new Asked(scope.declare(Role.ASKED, name, type), type, unit));
        }
    }

    private void declareAsked(String name, Type type, @Nullable Unit unit) {
        Binding binding = arguments.isEmpty()
                ? scope.declare(Role.ASKED, name, type)
                : scope.declareFunction(name, type, arguments.get(0).variable());
        asked.add(new Asked(binding, type, unit));
    }

    /** The type of what is asked, as the unit or the first option tells it. */
    private Type candidateType(Section section) {
        if (section.has("unit")) {
            return Type.real(UnitField.read(section).dimension());
        }
        if (!section.isMapping("options")) {
            return Type.REAL;
        }
        Section options = section.fields("options");
        Type type = Type.of(NumberSet.INTEGER, null);
        for (String key : options.keys()) {
            if (options.isMapping(key)) {
                return Type.REAL;
            }
            Type next = OptionsReader.value(options.text(key), arguments, scope, notation)
                    .type();
            type = type.dimension() == null
                    ? next.with(type.set().join(next.set()))
                    : type.with(type.set().join(next.set()));
        }
        return type.with(type.dimensionOrNone());
    }

    /** Reads the rest, once every name is declared. */
    Read readAnswer(Set<String> quantities) {
        Section section = Objects.requireNonNull(answer);
        Read read = Objects.requireNonNull(kind)
                .fields()
                .read(new Stated(
                        kind.word(), section, scope, asked, arguments, arbitrary, quantities, notation, templates));
        section.finish();
        return read;
    }
}
