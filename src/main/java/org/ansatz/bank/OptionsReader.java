package org.ansatz.bank;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.ansatz.bank.AnswerReader.Read;
import org.ansatz.bank.AnswerReader.Stated;
import org.ansatz.expression.check.Expression;
import org.ansatz.expression.check.FormulaNotation;
import org.ansatz.expression.syntax.Listing;
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
import org.ansatz.statement.ToleranceReader;

/** Reads the options of a choice: values, or claims. */
final class OptionsReader {

    private final Stated stated;
    private final Map<String, Written> claims = new LinkedHashMap<>();

    private OptionsReader(Stated stated) {
        this.stated = stated;
    }

    /** Makes a choice of options, how near to one a value must come, and what is asked for together. */
    interface Choice {
        /** The answer. */
        Answer of(List<Option> options, Tolerance tolerance, List<Answer.Part> parts);
    }

    /** The type of one of several things that options offer: of this dimension, and as large a set as they need. */
    static Type partType(Section answer, String part, Type type, Scope scope) {
        Type joined = type;
        if (!answer.isMapping("options")) {
            return joined;
        }
        Section options = answer.fields("options");
        for (String key : options.keys()) {
            Section option = options.isMapping(key) ? options.fields(key) : null;
            Section values = option != null && option.isMapping("value") ? option.fields("value") : option;
            if (values != null && values.has(part)) {
                Type next = values.text(part).literal(scope).type();
                joined = next.isCollection()
                        ? joined.with(next.set())
                        : joined.with(joined.set().join(next.set())).with(next.shape());
            }
        }
        return joined;
    }

    /**
     * The choice that is stated.
     *
     * @param choice makes it of what is offered
     * @throws Refused after reporting what is wrong with it
     */
    static Read read(Stated stated, Choice choice) {
        return new OptionsReader(stated).read(choice);
    }

    /** What an option offers: a formula in the arguments, or a number if there are none. */
    static Expression value(Written text, List<Ranged> arguments, Scope scope, FormulaNotation notation) {
        if (!arguments.isEmpty()) {
            return text.formula(scope, notation);
        }
        String interval = Listing.intervalOf(text.text());
        return (interval == null ? text : text.said(interval)).literal(scope);
    }

    /** The value of an option, which is one number whatever is arbitrary, unless a formula in what is arbitrary is asked for. */
    private Expression independent(Written text) {
        List<Ranged> arguments = stated.arguments();
        Expression value = value(text, arguments, stated.scope(), stated.notation());
        for (Ranged symbol : arguments.isEmpty() ? stated.arbitrary() : List.<Ranged>of()) {
            if (value.uses().names().contains(symbol.name())) {
                throw text.fault("this option depends on the arbitrary symbol " + symbol.name()
                        + "; for a formula in it write of: [" + symbol.name() + "]");
            }
        }
        return value;
    }

    private Read read(Choice choice) {
        Section fields = stated.fields().fields("options");
        List<Option> options = new ArrayList<>();
        for (String key : fields.keys()) {
            Option option = ProblemReader.attempt(() -> option(fields, key));
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
        refuseMixture(fields, options);
        if (stated.hasParts()) {
            return withParts(options, choice);
        }
        Type type = options.get(0).expression().type();
        Tolerance tolerance = ToleranceReader.read(stated.fields(), type, null, stated.scope());
        return new Read(choice.of(options, tolerance, List.of()), claims.isEmpty() ? List.of(type) : List.of(), claims);
    }

    private Read withParts(List<Option> options, Choice choice) {
        List<Answer.Part> parts = new ArrayList<>();
        List<Type> types = new ArrayList<>();
        Tolerance tolerance = new Tolerance.Digits();
        for (AnswerReader.Asked asked : stated.asked()) {
            tolerance = stated.toleranceOf(asked, asked.type());
            String kind = asked.type().set() == NumberSet.COMPLEX ? "complex" : "number";
            Answer answer = asked.type().isCollection()
                    ? new Answer.Collection(
                            asked.type().set() == NumberSet.SET ? "set" : "interval",
                            asked.type(),
                            asked.unit(),
                            tolerance)
                    : new Answer.Number(kind, asked.type(), asked.unit(), tolerance);
            parts.add(new Answer.Part(asked.name().name(), answer));
            types.add(asked.type());
        }
        return new Read(choice.of(options, tolerance, parts), types, claims);
    }

    private static boolean isLabel(String key) {
        boolean label = !key.isEmpty() && key.length() <= 8;
        for (int i = 0; i < key.length(); i++) {
            label &= Character.isLetterOrDigit(key.charAt(i));
        }
        return label;
    }

    private Option option(Section fields, String key) {
        if (!isLabel(key)) {
            throw fields.fault("'" + key + "' cannot label an option: a label is one to eight letters and digits");
        }
        if (stated.hasParts()) {
            return optionOfParts(fields, key);
        }
        if (!fields.isMapping(key)) {
            Written text = fields.text(key);
            return new Option(key, Template.text(text.text()), independent(text));
        }
        Section option = fields.fields(key);
        String offered = option.has("claim") ? "claim" : "value";
        Template shown = option.has("text")
                ? stated.templates().ofOption(option)
                : Template.text(option.text(offered).text());
        Option read;
        if (option.has("claim")) {
            Written claim = option.text("claim");
            claims.put(key, claim);
            read = new Option(key, shown, claim.formula(stated.scope(), Type.TRUTH));
        } else {
            read = new Option(key, shown, independent(option.text("value")));
        }
        option.finish();
        return read;
    }

    /**
     * {@code {Te: 169.4 K, Pao: 364 pW}}, the same as a text or a list, {@code [169.4 K, 364 pW]}, or one of these under
     * {@code value} beside a {@code text}.
     */
    private Option optionOfParts(Section fields, String key) {
        Section option = fields.isMapping(key) && fields.fields(key).has("text") ? fields.fields(key) : null;
        Map<String, Written> texts = option == null ? parts(fields, key) : parts(option, "value");
        List<Expression> parts = new ArrayList<>();
        StringBuilder shown = new StringBuilder();
        for (AnswerReader.Asked asked : stated.asked()) {
            String name = asked.name().name();
            Written text = Objects.requireNonNull(texts.get(name));
            Expression value = independent(text);
            requireLike(asked, value, text);
            parts.add(value);
            shown.append(shown.length() == 0 ? "" : ", ")
                    .append(name)
                    .append(" = ")
                    .append(text.text());
        }
        if (option == null) {
            return new Option(key, Template.text(shown.toString()), parts);
        }
        Template text = stated.templates().ofOption(option);
        option.finish();
        return new Option(key, text, parts);
    }

    /** What is written for each part: in fields, a list, or as a person types it, {@code c = 1, d = -1}. */
    private Map<String, Written> parts(Section fields, String key) {
        List<String> names =
                stated.asked().stream().map(asked -> asked.name().name()).toList();
        Map<String, Written> texts = new HashMap<>();
        if (fields.isMapping(key)) {
            Section values = fields.fields(key);
            for (String name : names) {
                if (!values.has(name)) {
                    throw values.fault("the part " + name + " is missing: " + example());
                }
                texts.put(name, values.text(name));
            }
            values.finish();
            return texts;
        }
        List<Written> lines = fields.lines(key);
        if (lines.size() == 1) {
            Written text = lines.get(0);
            Map<String, Listing.Item> items = text.reporting(() -> Listing.ofParts(text.text(), names));
            items.forEach((name, item) -> texts.put(
                    name, text.part(item.start(), item.start() + item.text().length())));
            return texts;
        }
        if (lines.size() != names.size()) {
            throw lines.get(0)
                    .fault("each option gives all parts, which are " + String.join(", ", names) + ": " + example());
        }
        for (int i = 0; i < lines.size(); i++) {
            texts.put(names.get(i), lines.get(i));
        }
        return texts;
    }

    private static void requireLike(AnswerReader.Asked asked, Expression value, Written text) {
        Type wanted = asked.type();
        Type type = value.type();
        boolean alike = wanted.isCollection() ? type.set() == wanted.set() : type.isNumber();
        if (!alike || !type.has(wanted.dimensionOrNone())) {
            throw text.fault(asked.name().name() + " is " + wanted.describe() + "; this is " + type.describe());
        }
    }

    private String example() {
        List<String> parts = new ArrayList<>();
        stated.asked().forEach(asked -> parts.add(asked.name().name() + ": …"));
        return "{" + String.join(", ", parts) + "}";
    }

    private void refuseMixture(Section fields, List<Option> options) {
        if (!claims.isEmpty() && claims.size() < options.size()) {
            throw fields.fault("either all options are claims or none is");
        }
        if (!claims.isEmpty() && stated.quantities().isEmpty()) {
            throw fields.fault("claims speak of quantities; declare them: quantities: {dH: bit, N: 1}");
        }
        Option first = options.get(0);
        for (Option option : stated.hasParts() ? List.<Option>of() : options) {
            Type a = first.expression().type();
            Type b = option.expression().type();
            boolean other = a.isNumber() != b.isNumber() || a.isCollection() && a.set() != b.set();
            if (other
                    || a.isCollection() && !b.has(a.dimensionOrNone()) && !a.has(b.dimensionOrNone())
                    || a.isNumber() && !b.has(a.dimensionOrNone()) && !a.has(b.dimensionOrNone())) {
                throw fields.text(option.key())
                        .fault("option " + first.key() + " is " + a.describe() + ", this one is " + b.describe());
            }
        }
    }
}
