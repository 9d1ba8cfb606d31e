package org.ansatz.bank;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.ansatz.bank.AnswerReader.Read;
import org.ansatz.bank.AnswerReader.Stated;
import org.ansatz.expression.check.Expression;
import org.ansatz.expression.term.Scope;
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

    /**
     * The choice that is stated.
     *
     * @param choice makes it of options, and how near to one a value must come
     * @throws Refused after reporting what is wrong with it
     */
    static Read read(Stated stated, BiFunction<List<Option>, Tolerance, Answer> choice) {
        return new OptionsReader(stated).read(choice);
    }

    /** What an option offers: a formula in the arguments, or a number if there are none. */
    static Expression value(Written text, List<Ranged> arguments, Scope scope) {
        return arguments.isEmpty() ? text.literal(scope) : text.formula(scope);
    }

    /** The value of an option, which is one number whatever is arbitrary, unless a formula in what is arbitrary is asked for. */
    private Expression independent(Written text) {
        List<Ranged> arguments = stated.arguments();
        Expression value = value(text, arguments, stated.scope());
        for (Ranged symbol : arguments.isEmpty() ? stated.arbitrary() : List.<Ranged>of()) {
            if (value.uses().names().contains(symbol.name())) {
                throw text.fault("this option depends on the arbitrary symbol " + symbol.name()
                        + "; for a formula in it write of: [" + symbol.name() + "]");
            }
        }
        return value;
    }

    private Read read(BiFunction<List<Option>, Tolerance, Answer> choice) {
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
        Type type = options.get(0).expression().type();
        Tolerance tolerance = ToleranceReader.read(stated.fields(), type, null, stated.scope());
        return new Read(choice.apply(options, tolerance), claims.isEmpty() ? type : null, claims);
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
            read = new Option(key, shown, claim.formula(stated.scope(), Type.TRUTH));
        } else {
            read = new Option(key, shown, independent(option.text("value")));
        }
        option.finish();
        return read;
    }

    private void refuseMixture(Section fields, List<Option> options) {
        if (!claims.isEmpty() && claims.size() < options.size()) {
            throw fields.fault("either all options are claims or none is");
        }
        if (!claims.isEmpty() && stated.quantities().isEmpty()) {
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
