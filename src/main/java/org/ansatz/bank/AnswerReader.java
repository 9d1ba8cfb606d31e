package org.ansatz.bank;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.ansatz.expression.check.Domains;
import org.ansatz.expression.check.Expression;
import org.ansatz.expression.syntax.Parser;
import org.ansatz.expression.term.Binding;
import org.ansatz.expression.term.Binding.Role;
import org.ansatz.expression.term.Domain;
import org.ansatz.expression.term.Scope;
import org.ansatz.expression.type.NumberSet;
import org.ansatz.expression.type.Type;
import org.ansatz.field.block.Refused;
import org.ansatz.field.block.Written;
import org.ansatz.problem.Answer;
import org.ansatz.problem.Option;
import org.ansatz.problem.Ranged;
import org.ansatz.problem.Template;
import org.ansatz.problem.Tolerance;
import org.ansatz.quantity.Dimension;
import org.ansatz.quantity.Unit;
import org.ansatz.route.RouteReader;
import org.ansatz.statement.ToleranceReader;
import org.ansatz.statement.UnitField;
import org.jspecify.annotations.Nullable;

/** Reads the field {@code answer}: what is asked, of what it is a function, its kind, options and tolerance. */
final class AnswerReader {

    private static final List<String> KINDS = List.of("mcq", "msq", "nat", "number", "complex", "formula", "waveform");
    private static final String UNBOUNDED = "-10..10";

    private final Section top;
    private final Scope scope;
    private final List<Ranged> arbitrary;
    private final List<Ranged> arguments = new ArrayList<>();
    private @Nullable Binding asked;
    private @Nullable Ranged askedDomain;
    private @Nullable Section answer;
    private String kind = "";

    AnswerReader(Section top, Scope scope, List<Ranged> arbitrary) {
        this.top = top;
        this.scope = scope;
        this.arbitrary = List.copyOf(arbitrary);
    }

    /**
     * An answer and what the routes need to know of it.
     *
     * @param answer the answer
     * @param wanted the type of its value, or null if the options are claims
     * @param claims the options' claims as written
     */
    record Read(Answer answer, @Nullable Type wanted, Map<String, Written> claims) {}

    @Nullable
    Binding asked() {
        return asked;
    }

    @Nullable
    Ranged askedDomain() {
        return askedDomain;
    }

    List<Ranged> arguments() {
        return arguments;
    }

    /** Declares the arguments and the name that is asked for. */
    Section readQuestion() {
        Section section = top.fields("answer");
        answer = section;
        kind = section.word("kind", KINDS);
        if (section.has("of")) {
            readArguments(section);
        }
        boolean function = kind.equals("formula") || kind.equals("waveform");
        if (function && arguments.isEmpty()) {
            throw section.fault("a " + kind + " is a function of something: of: {t: 0 s..1 s}");
        }
        if (section.has("find")) {
            readAsked(section);
        }
        return section;
    }

    private void readArguments(Section section) {
        if (section.isMapping("of")) {
            Section of = section.fields("of");
            for (String name : of.keys()) {
                arguments.add(RouteReader.ranged(of, name, Role.ARGUMENT, scope));
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
        requireNew(name, of);
        Domain domain = Domains.of(Parser.expression(UNBOUNDED), scope);
        return new Ranged(scope.declare(Role.ARGUMENT, name, domain.type()), domain);
    }

    private void readAsked(Section section) {
        if (section.isMapping("find")) {
            Section find = section.fields("find");
            if (find.keys().size() != 1) {
                throw find.fault("one name is asked for at a time");
            }
            readAskedWithUnit(find, find.keys().get(0));
            return;
        }
        Written name = section.text("find");
        requireNew(name.text(), name);
        declareAsked(name.text(), candidateType(section));
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
            declareAsked(name, Type.real(unit.dimension()));
        } else {
            Ranged ranged = RouteReader.ranged(find, name, Role.ASKED, scope);
            asked = ranged.variable();
            askedDomain = ranged;
        }
    }

    private void declareAsked(String name, Type type) {
        asked = arguments.isEmpty()
                ? scope.declare(Role.ASKED, name, type)
                : scope.declareFunction(name, type, arguments.get(0).variable());
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
            Type next = optionValue(options.text(key)).type();
            type = type.dimension() == null
                    ? next.with(type.set().join(next.set()))
                    : type.with(type.set().join(next.set()));
        }
        return type.with(type.dimensionOrNone());
    }

    private Expression optionValue(Written text) {
        return arguments.isEmpty() ? text.literal(scope) : text.formula(scope);
    }

    /** The value of an option, which is one number whatever is arbitrary, unless a formula in what is arbitrary is asked for. */
    private Expression independent(Written text) {
        Expression value = optionValue(text);
        for (Ranged symbol : arguments.isEmpty() ? arbitrary : List.<Ranged>of()) {
            if (value.uses().names().contains(symbol.name())) {
                throw text.fault("this option depends on the arbitrary symbol " + symbol.name()
                        + "; for a formula in it write of: [" + symbol.name() + "]");
            }
        }
        return value;
    }

    /** Reads the rest, once every name is declared. */
    Read readAnswer(Set<String> quantities) {
        Section section = Objects.requireNonNull(answer);
        Read read;
        switch (kind) {
            case "mcq":
            case "msq":
                read = choice(section, quantities);
                break;
            case "formula":
            case "waveform":
                Type wanted = asked instanceof Binding.AskedFunction && section.has("unit")
                        ? ((Binding.AskedFunction) asked).type()
                        : Type.real(
                                section.has("unit") ? UnitField.read(section).dimension() : Dimension.NONE);
                read = new Read(
                        new Answer.Formula(kind, ToleranceReader.read(section, wanted, null, scope)), wanted, Map.of());
                break;
            default:
                read = number(section);
                break;
        }
        section.finish();
        return read;
    }

    private Read number(Section section) {
        Unit unit = section.has("unit") ? UnitField.read(section) : null;
        Dimension dimension = unit == null ? Dimension.NONE : unit.dimension();
        Type type = kind.equals("complex") ? Type.complex(dimension) : Type.real(dimension);
        Tolerance tolerance = ToleranceReader.read(section, type, unit, scope);
        return new Read(new Answer.Number(kind, type, unit, tolerance), type, Map.of());
    }

    private Read choice(Section section, Set<String> quantities) {
        Section fields = section.fields("options");
        Map<String, Written> claims = new LinkedHashMap<>();
        List<Option> options = new ArrayList<>();
        for (String key : fields.keys()) {
            Option option = ProblemReader.attempt(() -> option(fields, key, claims));
            if (option != null) {
                options.add(option);
            }
        }
        if (options.size() < fields.keys().size()) {
            throw new Refused();
        }
        if (options.size() < 2) {
            throw fields.fault("a choice needs at least two options");
        }
        refuseMixture(fields, options, claims, quantities);
        Tolerance tolerance =
                ToleranceReader.read(section, options.get(0).expression().type(), null, scope);
        Answer read = kind.equals("mcq") ? new Answer.OneOf(options, tolerance) : new Answer.AllOf(options, tolerance);
        return new Read(read, claims.isEmpty() ? options.get(0).expression().type() : null, claims);
    }

    private static boolean isLabel(String key) {
        boolean label = !key.isEmpty() && key.length() <= 8;
        for (int i = 0; i < key.length(); i++) {
            label &= Character.isLetterOrDigit(key.charAt(i));
        }
        return label;
    }

    private Option option(Section fields, String key, Map<String, Written> claims) {
        if (!isLabel(key)) {
            throw fields.fault("'" + key + "' cannot label an option: a label is one to eight letters and digits");
        }
        if (!fields.isMapping(key)) {
            Written text = fields.text(key);
            return new Option(key, Template.text(text.text()), independent(text));
        }
        Section option = fields.fields(key);
        Template shown = Template.text(option.prose("text"));
        Option read;
        if (option.has("claim")) {
            Written claim = option.text("claim");
            claims.put(key, claim);
            read = new Option(key, shown, claim.formula(scope, Type.TRUTH));
        } else {
            read = new Option(key, shown, independent(option.text("value")));
        }
        option.finish();
        return read;
    }

    private void refuseMixture(
            Section fields, List<Option> options, Map<String, Written> claims, Set<String> quantities) {
        if (!claims.isEmpty() && claims.size() < options.size()) {
            throw fields.fault("either all options are claims or none is");
        }
        if (!claims.isEmpty() && quantities.isEmpty()) {
            throw fields.fault("claims speak of quantities; declare them: quantities: {dH: bit, N: 1}");
        }
        Option first = options.get(0);
        for (Option option : options) {
            Type a = first.expression().type();
            Type b = option.expression().type();
            if (a.isNumber() != b.isNumber()
                    || a.isNumber() && !b.has(a.dimensionOrNone()) && !a.has(b.dimensionOrNone())) {
                throw fields.text(option.key())
                        .fault("option " + first.key() + " is " + a.describe() + ", this one is " + b.describe());
            }
        }
    }
}
