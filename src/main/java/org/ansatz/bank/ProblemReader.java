package org.ansatz.bank;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.ansatz.bank.YamlNode.Mapping;
import org.ansatz.expression.check.Expression;
import org.ansatz.expression.check.FormulaNotation;
import org.ansatz.expression.check.Nearest;
import org.ansatz.expression.term.Binding;
import org.ansatz.expression.term.Binding.Role;
import org.ansatz.expression.term.Registry;
import org.ansatz.expression.term.Scope;
import org.ansatz.expression.type.Type;
import org.ansatz.field.block.BlockKind;
import org.ansatz.field.block.Refused;
import org.ansatz.field.block.Written;
import org.ansatz.problem.Certainty;
import org.ansatz.problem.Given;
import org.ansatz.problem.Level;
import org.ansatz.problem.Misconception;
import org.ansatz.problem.Plot;
import org.ansatz.problem.Plots;
import org.ansatz.problem.Problem;
import org.ansatz.problem.Question;
import org.ansatz.problem.Ranged;
import org.ansatz.problem.Route;
import org.ansatz.problem.Sketch;
import org.ansatz.problem.Template;
import org.ansatz.problem.Variants;
import org.ansatz.quantity.NoValue;
import org.ansatz.quantity.Unit;
import org.ansatz.route.PlotReader;
import org.ansatz.route.RouteReader;
import org.ansatz.route.WrittenStep;
import org.ansatz.statement.GivenReader;
import org.ansatz.statement.UnitField;
import org.jspecify.annotations.Nullable;

/** From the fields of a problem file to a checked problem. Reads on after a fault wherever the rest still makes sense. */
final class ProblemReader {

    private final String id;
    private final Section top;
    private final SourceFile file;
    private final int start;
    private final List<BlockKind> kinds;
    private final PlotChecks plots;
    private final Scope scope;
    private final TemplateReader templates;
    private final List<WrittenStep> steps = new ArrayList<>();

    /** When plots are checked. */
    enum PlotChecks {
        /** With the rest of the problem, as its author wants it. */
        AT_ONCE,
        /** When one is drawn; until then only their names are known. */
        WHEN_DRAWN
    }

    /** What problems are written in, and how much of them is read. */
    record Reading(Registry registry, List<BlockKind> kinds, PlotChecks plots) {
        /** Copies. */
        Reading {
            kinds = List.copyOf(kinds);
        }
    }

    private ProblemReader(String id, SourceFile file, Mapping root, Reading reading) {
        this.id = id;
        this.file = file;
        this.start = root.start();
        this.top = Section.ofProblem(file, root);
        this.kinds = reading.kinds();
        this.plots = reading.plots();
        this.scope = Scope.outermost(reading.registry()).inner();
        this.templates = new TemplateReader(file, scope);
    }

    /** The problem, or null if the file holds faults, which are in it then. */
    static @Nullable Problem read(String id, SourceFile file, Reading reading) {
        Mapping root = YamlReader.read(file);
        if (root == null) {
            return null;
        }
        ProblemReader reader = new ProblemReader(id, file, root, reading);
        Problem problem = attempt(reader::read);
        if (!file.faults().isEmpty()) {
            Consequences.drop(file, root, Home.PROBLEM.fields());
        }
        return file.faults().isEmpty() ? problem : null;
    }

    /** What {@code reading} gives, or null if it was refused. */
    static <T> @Nullable T attempt(Supplier<? extends @Nullable T> reading) {
        try {
            return reading.get();
        } catch (Refused e) {
            return null;
        }
    }

    private @Nullable Problem read() {
        top.requireKnown(Home.PROBLEM.fields());
        Problem.Card card = attempt(this::card);
        format();
        String convention = top.has("convention") ? top.prose("convention") : "";
        List<Given> givens = givens();
        List<Ranged> arbitrary = ranged("any", Role.ARBITRARY);
        Set<String> quantities = quantities();
        AnswerReader answers = new AnswerReader(top, scope, arbitrary, templates);
        if (attempt(answers::readQuestion) == null) {
            return null;
        }
        arbitrary.removeAll(answers.arguments());
        steps();
        List<Expression> conditions = conditions(answers.notation());
        Question question = new Question(
                answers.asked(), answers.domains(), answers.arguments(), arbitrary, conditions, answers.notation());
        AnswerReader.Read answer = attempt(() -> answers.readAnswer(quantities));
        if (answer == null) {
            return null;
        }
        RouteReader.Asked asked = new RouteReader.Asked(
                scope,
                question,
                answer.wanted(),
                !answer.answer().options().isEmpty(),
                answer.claims(),
                quantities,
                steps);
        List<Route> routes = routes(asked);
        List<Misconception> misconceptions = misconceptions(asked);
        Plots plots = plots(asked, givens);
        Problem.Texts texts = texts(convention);
        VariantsReader variants = new VariantsReader(scope, givens, answer.answer(), templates);
        Variants drawn = top.has("variants") ? attempt(() -> variants.read(top.fields("variants"))) : null;
        Sketch sketch = top.has("figure") ? attempt(this::sketch) : null;
        if (file.faults().isEmpty()) {
            // After a fault, what nobody asked for may be what was not read because of it.
            attempt(() -> {
                top.finish();
                return "";
            });
        }
        if (card == null) {
            return null;
        }
        List<Binding> bindings = new ArrayList<>();
        steps.forEach(step -> bindings.add(step.binding()));
        Problem problem = new Problem(
                id,
                file.place(start),
                card,
                scope,
                givens,
                bindings,
                question,
                answer.answer(),
                routes,
                misconceptions,
                texts,
                drawn,
                plots,
                sketch,
                new Remarks(file, top, scope).on(givens, question, answer.answer(), routes));
        if (file.faults().isEmpty()) {
            templates.requireValues(problem);
        }
        return problem;
    }

    private Problem.Card card() {
        String title = top.prose("title");
        String source = top.has("source") ? top.prose("source") : "";
        String topic = top.has("topic") ? top.prose("topic") : "";
        return new Problem.Card(title, source, topic, count("marks", 1), required(), level(topic));
    }

    /** A whole number from 1 to 99. */
    private int count(String field, int otherwise) {
        if (!top.has(field)) {
            return otherwise;
        }
        Written text = top.text(field);
        if (!isCount(text.text())) {
            throw text.fault("a whole number from 1 to 99 is needed here");
        }
        return Integer.parseInt(text.text());
    }

    private Level level(String topic) {
        int difficulty = Level.USUAL.difficulty();
        if (top.has("difficulty")) {
            Written text = top.text("difficulty");
            difficulty = text.text().length() == 1 ? text.text().charAt(0) - '0' : 0;
            if (difficulty < Level.EASY || difficulty > Level.HARD) {
                throw text.fault("a difficulty is 1 (easy), 2 or 3 (hard)");
            }
        }
        List<String> needs = new ArrayList<>();
        for (Written need : top.has("needs") ? top.lines("needs") : List.<Written>of()) {
            String name = need.text().strip();
            if (!isTopic(name)) {
                throw need.fault("topics are needed here, as in 'needs: [circuits/basics, mathematics]'");
            }
            if (topic.equals(name) || topic.startsWith(name + "/")) {
                throw need.fault("this is the topic of the problem itself; needed are topics that come before it");
            }
            if (needs.contains(name)) {
                throw need.fault("this topic is named twice");
            }
            needs.add(name);
        }
        return new Level(difficulty, needs, count("minutes", 0));
    }

    /** Whether it can be the path of a topic. */
    private static boolean isTopic(String name) {
        return !name.isEmpty() && name.chars().allMatch(c -> Character.isLetterOrDigit(c) || "-_/. &+".indexOf(c) >= 0);
    }

    /** Whether it is a whole number from 1 to 99. */
    private static boolean isCount(String text) {
        boolean digits = text.length() == 1 || text.length() == 2;
        for (int i = 0; i < text.length(); i++) {
            digits &= text.charAt(i) >= (i == 0 ? '1' : '0') && text.charAt(i) <= '9';
        }
        return digits;
    }

    private Certainty required() {
        if (!top.has("require")) {
            return Certainty.SAMPLED;
        }
        Written text = top.text("require");
        Certainty certainty = Certainty.of(text.text());
        if (certainty == null) {
            throw text.fault("what is required is one of " + String.join(", ", Certainty.words()));
        }
        return certainty;
    }

    private void format() {
        if (top.has("format") && !top.prose("format").equals("1")) {
            top.text("format").fault("this program reads format 1");
        }
    }

    private List<Given> givens() {
        List<Given> givens = new ArrayList<>();
        if (!top.has("given")) {
            return givens;
        }
        Section section = attempt(() -> top.fields("given"));
        if (section == null) {
            return givens;
        }
        for (String name : section.keys()) {
            attempt(() -> givens.add(GivenReader.read(section, name, scope)));
        }
        return givens;
    }

    private void requireNew(String name, Written at) {
        String objection = scope.objectionTo(name);
        if (objection != null) {
            throw at.fault(objection);
        }
    }

    private List<Ranged> ranged(String key, Role role) {
        List<Ranged> found = new ArrayList<>();
        if (!top.has(key)) {
            return found;
        }
        Section section = attempt(() -> top.fields(key));
        if (section != null) {
            for (String name : section.keys()) {
                attempt(() -> found.add(RouteReader.ranged(section, name, role, scope)));
            }
        }
        return found;
    }

    /** The names that claims speak of, with their units; every route binds them. */
    private Set<String> quantities() {
        Set<String> names = new LinkedHashSet<>();
        Section section = top.has("quantities") ? attempt(() -> top.fields("quantities")) : null;
        if (section != null) {
            for (String name : section.keys()) {
                attempt(() -> {
                    Written text = section.text(name);
                    requireNew(name, text);
                    Unit unit = UnitField.find(text);
                    if (unit == null) {
                        throw text.fault("a unit is needed here, or 1 for a pure number");
                    }
                    scope.declare(Role.BOUND, name, Type.real(unit.dimension()));
                    return names.add(name);
                });
            }
        }
        return names;
    }

    private void steps() {
        List<Written> lines = attempt(() -> top.linesIfAny("let"));
        if (lines != null) {
            for (Written line : lines) {
                attempt(() -> steps.add(WrittenStep.read(line, scope)));
            }
        }
    }

    private List<Expression> conditions(FormulaNotation notation) {
        List<Expression> conditions = new ArrayList<>();
        List<Written> lines = attempt(() -> top.linesIfAny("where"));
        if (lines != null) {
            lines.forEach(line -> attempt(() -> conditions.add(line.condition(scope, notation))));
        }
        return conditions;
    }

    private List<Route> routes(RouteReader.Asked asked) {
        RouteReader reader = new RouteReader(asked, kinds);
        List<Route> routes = new ArrayList<>();
        Section section = attempt(() -> top.fields("routes"));
        if (section != null) {
            for (String name : section.keys()) {
                attempt(() -> routes.add(
                        section.isMapping(name)
                                ? reader.read(name, section.fields(name).apart())
                                : reader.read(name, section.text(name))));
            }
        }
        return routes;
    }

    private List<Misconception> misconceptions(RouteReader.Asked asked) {
        RouteReader reader = new RouteReader(asked, kinds);
        List<Misconception> misconceptions = new ArrayList<>();
        List<Section> sections = top.has("misconceptions") ? attempt(() -> top.sections("misconceptions")) : null;
        if (sections != null) {
            for (Section shared : sections) {
                attempt(() -> {
                    Section section = shared.apart();
                    String says = section.prose("says");
                    return misconceptions.add(new Misconception(says, reader.read("misconception", section)));
                });
            }
        }
        return misconceptions;
    }

    /** The figure of a block of its own, or that of a route; what is wrong with a route is said of it already. */
    private @Nullable Sketch sketch() {
        if (top.isMapping("figure")) {
            Section own = top.fields("figure");
            Sketch sketch = kind(own).sketch(own, scope, /* isOfRoute= */ false);
            own.finish();
            return sketch;
        }
        Written name = top.text("figure");
        Section routes = top.fields("routes");
        if (!routes.keys().contains(name.text())) {
            throw name.fault(
                    "a figure is a block, 'figure: {circuit: …}', or the name of a route that has one; there is no"
                            + " route '" + name.text() + "'" + Nearest.suggestion(name.text(), routes.keys()));
        }
        if (!routes.isMapping(name.text())) {
            throw name.fault("the route '" + name.text() + "' has no block that could be drawn");
        }
        Section route = routes.fields(name.text());
        return file.faults().isEmpty() ? kind(route).sketch(route, scope, /* isOfRoute= */ true) : null;
    }

    private BlockKind kind(Section section) {
        for (BlockKind kind : kinds) {
            if (section.has(kind.key())) {
                return kind;
            }
        }
        throw section.fault(
                "there is no block here that could be drawn, as in 'circuit: |' with the cards of a netlist");
    }

    private Plots plots(RouteReader.Asked asked, List<Given> givens) {
        Section section = top.has("plots") ? attempt(() -> top.fields("plots")) : null;
        if (section == null) {
            return Plots.NONE;
        }
        if (plots == PlotChecks.AT_ONCE) {
            List<Plot> read = drawn(section, asked, givens);
            return new Plots(section.keys(), () -> read);
        }
        return new Plots(section.keys(), () -> {
            int faults = file.faults().size();
            List<Plot> read = drawn(section, asked, givens);
            if (file.faults().size() > faults) {
                throw new NoValue(file.faults().get(faults).toString());
            }
            return read;
        });
    }

    private List<Plot> drawn(Section section, RouteReader.Asked asked, List<Given> givens) {
        List<Plot> drawn = new ArrayList<>();
        PlotReader reader = new PlotReader(asked, givens, kinds);
        for (String name : section.keys()) {
            attempt(() -> {
                Section plot = section.fields(name).apart();
                String shows = plot.has("shows") ? plot.prose("shows") : "";
                return drawn.add(reader.read(name, shows, plot));
            });
        }
        return drawn;
    }

    private Problem.Texts texts(String convention) {
        Template statement = attempt(() -> templates.read(top.proseExcerpt(top.node("statement"))));
        List<Template> hints = new ArrayList<>();
        if (top.has("hints")) {
            YamlNode node = top.node("hints");
            if (node instanceof YamlNode.Sequence) {
                ((YamlNode.Sequence) node)
                        .items()
                        .forEach(item -> attempt(() -> hints.add(templates.read(top.proseExcerpt(item)))));
            } else {
                top.refuse(node, "a list is needed here: lines that begin with '-'");
            }
        }
        Template solution =
                top.has("solution") ? attempt(() -> templates.read(top.proseExcerpt(top.node("solution")))) : null;
        return new Problem.Texts(
                statement == null ? Template.EMPTY : statement,
                convention,
                hints,
                solution == null ? Template.EMPTY : solution);
    }
}
