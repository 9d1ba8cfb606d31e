package org.ansatz.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.ansatz.expression.check.Nearest;
import org.ansatz.expression.term.BinderRule;
import org.ansatz.expression.term.Binding;
import org.ansatz.expression.term.Function;
import org.ansatz.expression.term.Registry;
import org.ansatz.expression.type.Show;
import org.ansatz.practice.Session;
import org.ansatz.problem.Entry;
import org.ansatz.quantity.Unit;
import org.ansatz.quantity.Units;
import org.jspecify.annotations.Nullable;

/** What the words mean that can be typed. */
final class Help {

    private static final int COLUMN = 34;

    /** How replies are written. */
    private static final Map<String, List<String>> NOTATION = Map.of(
            "formula",
            List.of(
                    "A formula is written in the names of the question: k*t/2, Vp*(cos(w*t) - 1), exp(-x^2/2)/sqrt(2*pi). ^ is a"
                            + " power, log the natural logarithm. A sign of a product may be left out where the names leave one"
                            + " way to read it: kt/2, a(1 - a), (P - Y)X'.",
                    "LaTeX, \\frac{1}{m}(P-Y)X^T, NumPy, (P - Y) @ X.T / m, MATLAB, (P - Y)*X.'/m, and Unicode, σ(z), √2, are read as"
                            + " well. You are told how: Read as (1/m)*(P-Y)*X'. What could mean two things is asked about.",
                    "'help matrix' tells of matrices."),
            "matrix",
            List.of(
                    "A*B is the product of matrices, A' the transpose. A.*B, A./B and A.^2 go entry by entry, as functions do:"
                            + " exp(A), sigmoid(A). A .+ b adds a column to each column. softmax(Z) is taken column by column.",
                    "sum(A), mean(A) are of all entries; row_sums(A), column_means(A) and their like of rows and columns. ones(n, m)"
                            + " is full of ones, [1, 2; 3, 4] has two rows. Sizes have names: n, m."),
            "transpose",
            List.of("A' is the transpose of A. A.T, A.', A^T and A^{\\top} are read as that."));

    private final Desk desk;
    private final Screen screen;
    private final Map<String, Command> commands;
    private final Map<String, Command> examCommands;

    Help(Desk desk, Map<String, Command> commands, Map<String, Command> examCommands, Screen screen) {
        this.desk = desk;
        this.screen = screen;
        this.commands = commands;
        this.examCommands = examCommands;
    }

    void show(String word) {
        if (word.isEmpty()) {
            overview();
        } else {
            about(word);
        }
    }

    private void overview() {
        boolean exam = desk.isReady() && desk.session().exam() != null;
        List<Command> shown = new ArrayList<>(exam ? examCommands.values() : commands.values());
        commands.values().stream()
                .filter(command -> exam && ExamCommands.ALLOWED.contains(command.name()))
                .forEach(shown::add);
        shown.forEach(command -> screen.row("  " + command.usage(), command.summary(), COLUMN));
        screen.blank();
        screen.text(
                "Anything else is a reply to the question that is open: a letter, a value with its unit, a formula. With no"
                        + " question open it is computed: c0/(429 MHz)/4 in cm, or x = 3 m to keep a result.");
        screen.text(
                "'help WORD' tells more: of a command, of a function such as sqrt, of a unit, of a topic. Tab completes;"
                        + " Ctrl-R searches what was typed; Ctrl-C stops a computation; Ctrl-D leaves.");
    }

    private void about(String word) {
        boolean known = command(commands.get(word));
        known |= commands.get(word) == null && command(examCommands.get(word));
        known |= notation(word);
        known |= function(word);
        known |= unit(word);
        known |= topic(word);
        known |= datum(word);
        if (!known) {
            throw new Rejected("There is no help on '" + word + "'." + Nearest.asked(word, words()));
        }
    }

    private boolean command(@Nullable Command command) {
        if (command == null) {
            return false;
        }
        screen.row(
                command.usage(),
                command.summary(),
                Math.min(COLUMN, command.usage().length() + 2));
        return true;
    }

    private boolean notation(String word) {
        List<String> paragraphs = NOTATION.getOrDefault(word, List.of());
        paragraphs.forEach(screen::text);
        return !paragraphs.isEmpty();
    }

    private boolean function(String word) {
        Registry registry = desk.registry();
        String name = word.endsWith("()") ? word.substring(0, word.length() - 2) : word;
        Function function = registry.function(name);
        BinderRule binder = registry.binder(name);
        Binding.Constant constant = registry.constant(name);
        if (function != null) {
            screen.text(function.signature() + ": " + function.help());
        }
        if (binder != null) {
            screen.text(binder.name() + "(… for v in a..b): " + binder.help());
        }
        if (constant != null) {
            screen.text(constant.name() + " = " + Show.value(constant.value(), constant.type(), null, 12) + ", "
                    + "a constant");
        }
        return function != null || binder != null || constant != null;
    }

    private boolean unit(String word) {
        Unit unit = Units.find(word);
        if (unit == null) {
            return false;
        }
        screen.text(unit.symbol() + ": a unit of " + Units.describe(unit.dimension()));
        return true;
    }

    private boolean topic(String word) {
        Session session = desk.session();
        int problems = 0;
        for (Entry entry : session.entries()) {
            problems += entry.isOf(word) ? 1 : 0;
        }
        if (problems == 0) {
            return false;
        }
        screen.text(word + ": a topic with " + ExamCommands.count(problems, "problem") + "; 'practice " + word
                + "' begins.");
        return true;
    }

    private boolean datum(String word) {
        if (desk.showing() == null) {
            return false;
        }
        Binding binding = desk.open().problem().scope().find(word);
        if (!(binding instanceof Binding.Variable)) {
            return false;
        }
        Binding.Variable variable = (Binding.Variable) binding;
        screen.text(variable.name() + ": a name of this question, "
                + Units.describe(variable.type().dimensionOrNone()));
        return true;
    }

    /** Every word there is help on. */
    Set<String> words() {
        Set<String> words = new TreeSet<>(commands.keySet());
        words.addAll(NOTATION.keySet());
        words.addAll(examCommands.keySet());
        desk.registry().functions().forEach(function -> words.add(function.name()));
        desk.registry().binders().forEach(binder -> words.add(binder.name()));
        desk.registry().constants().forEach(constant -> words.add(constant.name()));
        words.addAll(PracticeCommands.topics(desk.session()));
        return words;
    }
}
