package org.ansatz.bank;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.expression.check.Expression;
import org.ansatz.expression.syntax.Node;
import org.ansatz.expression.term.Binding;
import org.ansatz.expression.term.Scope;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.type.Type;
import org.ansatz.field.block.Written;
import org.ansatz.problem.Answer;
import org.ansatz.problem.Given;
import org.ansatz.problem.Option;
import org.ansatz.problem.Template;
import org.ansatz.problem.Variants;
import org.ansatz.quantity.Dimension;
import org.ansatz.quantity.Unit;
import org.ansatz.quantity.Units;

/** Reads the field {@code variants}: which givens are drawn, how, under what conditions, and what the options become. */
final class VariantsReader {

    private final Scope scope;
    private final List<Given> givens;
    private final Answer answer;
    private final TemplateReader templates;

    private final DrawOrder order;

    VariantsReader(Scope scope, List<Given> givens, Answer answer, TemplateReader templates) {
        this.scope = scope;
        this.templates = templates;
        this.givens = givens;
        this.answer = answer;
        this.order = new DrawOrder(givens);
    }

    Variants read(Section section) {
        List<Variants.Draw> draws = new ArrayList<>();
        Section draw = section.fields("draw");
        for (String name : draw.keys()) {
            order.draws(name, draw.text(name));
            draws.add(draw(name, draw.text(name)));
        }
        List<Expression> conditions = new ArrayList<>();
        for (Written line : section.linesIfAny("where")) {
            conditions.add(line.formula(scope, Type.TRUTH));
        }
        boolean written = section.isMapping("options");
        List<Option> options = written ? options(section.fields("options")) : List.of();
        boolean generated = !written && (section.has("options") ? isGenerated(section) : needsOptions());
        section.finish();
        return new Variants(order.order(), draws, conditions, options, generated);
    }

    private static boolean isGenerated(Section section) {
        section.word("options", List.of("generated"));
        return true;
    }

    /** Whether the published options are plain values, which further data would leave behind. */
    private boolean needsOptions() {
        for (Option option : answer.options()) {
            if (option.isClaim() || !option.names().isEmpty()) {
                return false;
            }
        }
        return !answer.options().isEmpty();
    }

    private Variants.Draw draw(String name, Written text) {
        Binding.Variable variable = null;
        for (Given given : givens) {
            variable = given.name().equals(name) ? given.variable() : variable;
        }
        if (variable == null) {
            List<String> names = new ArrayList<>();
            givens.forEach(given -> names.add(given.name()));
            throw text.fault(
                    "'" + name + "' is not a given" + org.ansatz.expression.check.Nearest.suggestion(name, names));
        }
        int step = text.text().indexOf(" step ");
        Written range = text.part(0, step < 0 ? text.text().length() : step);
        Node node = range.syntax();
        if (node instanceof Node.Range) {
            Node.Range ends = (Node.Range) node;
            Term low = term(range.part(ends.low()), variable);
            Term high = term(range.part(ends.high()), variable);
            Term by = step >= 0
                    ? step(text.part(step + " step ".length(), text.text().length()), variable)
                    : ends.integer() ? Expression.of("1", scope).term() : null;
            return new Variants.Draw(variable, List.of(), low, high, by);
        }
        if (node instanceof Node.Rows) {
            List<Term> list = new ArrayList<>();
            for (List<Node> row : ((Node.Rows) node).rows()) {
                for (Node item : row) {
                    list.add(term(range.part(item), variable));
                }
            }
            return new Variants.Draw(variable, list, null, null, null);
        }
        throw text.fault("a range is needed here (1 V..5 V, 1 V..5 V step 0.5 V, 1:8), or a list [1 V, 2 V]");
    }

    /** A quantity like those of the givens: units win over names in it. */
    private Term term(Written quantity, Binding.Variable variable) {
        return term(quantity, variable, variable.type().dimensionOrNone());
    }

    private Term term(Written quantity, Binding.Variable variable, Dimension dimension) {
        Expression expression = quantity.literal(scope);
        order.reads(variable.name(), expression.uses().names());
        quantity.require(expression, Type.real(dimension));
        return expression.term();
    }

    /** What two values differ by: 10 dBm and 13 dBm by 3 dB, 10 degC and 13 degC by 3 K. */
    private Term step(Written quantity, Binding.Variable variable) {
        Dimension dimension = variable.type().dimensionOrNone();
        Term step = term(quantity, variable, dimension.reference() == null ? dimension : Dimension.LEVEL);
        Unit unit = quantity.literal(scope).unit();
        if (unit != null && unit.isScale()) {
            throw quantity.fault("a step is a difference, and " + unit.symbol() + " a place on its scale: write it in "
                    + Units.symbol(dimension));
        }
        return step;
    }

    private List<Option> options(Section section) {
        List<Option> options = new ArrayList<>();
        for (Option published : answer.options()) {
            options.add(
                    answer.parts().isEmpty()
                            ? option(published, section)
                            : ofParts(published, section.fields(published.key())));
        }
        section.finish();
        return options;
    }

    /** A formula, or {@code {text: …, value: …}}, a claim under its own name. */
    private Option option(Option published, Section section) {
        Type wanted = published.isClaim() ? Type.TRUTH : published.expression().type();
        if (!section.isMapping(published.key())) {
            return new Option(published.key(), Template.EMPTY, value(section.text(published.key()), wanted));
        }
        Section option = section.fields(published.key());
        Template shown = option.has("text") ? templates.ofOption(option) : Template.EMPTY;
        Expression value = value(option.text(published.isClaim() ? "claim" : "value"), wanted);
        option.finish();
        return new Option(published.key(), shown, value);
    }

    private Option ofParts(Option published, Section section) {
        Section values = section.has("text") ? section.fields("value") : section;
        List<Expression> parts = new ArrayList<>();
        for (int i = 0; i < answer.parts().size(); i++) {
            Written text = values.text(answer.parts().get(i).name());
            parts.add(value(text, published.parts().get(i).type()));
        }
        values.finish();
        Template shown = section.has("text") ? templates.ofOption(section) : Template.EMPTY;
        section.finish();
        return new Option(published.key(), shown, parts);
    }

    private Expression value(Written text, Type wanted) {
        Expression value = text.formula(scope);
        text.require(value, wanted);
        return value;
    }
}
