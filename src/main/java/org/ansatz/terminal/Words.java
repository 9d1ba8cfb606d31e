package org.ansatz.terminal;

import java.io.File;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.ansatz.expression.term.Registry;
import org.ansatz.plot.Plotter;
import org.ansatz.practice.Showing;
import org.ansatz.problem.Entry;
import org.ansatz.problem.Given;
import org.ansatz.problem.Problem;
import org.ansatz.problem.Ranged;
import org.ansatz.quantity.NoValue;
import org.ansatz.quantity.Units;
import org.ansatz.schedule.Rating;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import org.jspecify.annotations.Nullable;

/** What can be typed where the cursor stands. */
final class Words implements Completer {

    private final Desk desk;
    private final Map<String, Command> commands;

    Words(Desk desk, Map<String, Command> commands) {
        this.desk = desk;
        this.commands = commands;
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        String before = line.line().substring(0, line.cursor() - line.word().length());
        String first = Lines.firstWord(before);
        Command command = first.isEmpty() ? null : commands.get(first);
        if (first.isEmpty()) {
            commands.values().forEach(known -> add(candidates, known.name(), "commands", known.summary(), true));
            expression(before, candidates);
        } else if (command == null) {
            expression(before, candidates);
        } else {
            argument(command, before, line.word(), candidates);
        }
    }

    private void argument(Command command, String before, String word, List<Candidate> candidates) {
        switch (command.completion()) {
            case EXPRESSION:
                expression(before, candidates);
                break;
            case GIVEN:
                givens(before, candidates);
                break;
            case SWEPT:
                swept(before, candidates);
                break;
            case SELECTION:
                words(List.of("due", "new", "all"), "questions", candidates);
                words(PracticeCommands.topics(desk.session()), "topics", candidates);
                words(ids(), "problems", candidates);
                break;
            case GRADIENT:
                words(PracticeCommands.models(desk.session()), "models", candidates);
                break;
            case PROBLEM:
                words(ids(), "problems", candidates);
                break;
            case HELP:
                words(new Help(desk, commands, Map.of(), desk.screen()).words(), "words", candidates);
                break;
            case RATING:
                for (Rating rating : Rating.values()) {
                    add(candidates, rating.word(), "ratings", null, true);
                }
                break;
            case THEME:
                for (Theme theme : Theme.values()) {
                    add(candidates, theme.word(), "themes", null, true);
                }
                break;
            case PLOT:
                words(List.of("--svg", "--png"), "files", candidates);
                plots(candidates);
                files(word, candidates);
                break;
            case FILE:
                files(word, candidates);
                break;
            default:
                break;
        }
    }

    private void plots(List<Candidate> candidates) {
        Showing showing = desk.showing();
        if (showing != null) {
            words(Plotter.names(showing.problem()), "plots", candidates);
        }
    }

    private Collection<String> ids() {
        return desk.session().entries().stream().map(Entry::id).toList();
    }

    private static void words(Collection<String> words, String group, List<Candidate> candidates) {
        words.forEach(word -> add(candidates, word, group, null, true));
    }

    private static void add(
            List<Candidate> candidates, String word, String group, @Nullable String description, boolean complete) {
        candidates.add(new Candidate(word, word, group, description, null, null, complete));
    }

    // ---- expressions

    private void swept(String before, List<Candidate> candidates) {
        Showing showing = desk.showing();
        boolean first = before.strip().indexOf(' ') < 0;
        if (showing == null || !first) {
            expression(before, candidates);
        } else {
            words(swept(showing), "data", candidates);
        }
    }

    private static Collection<String> swept(Showing showing) {
        try {
            return FigureCommands.names(new Plotter(showing.problem()), showing);
        } catch (NoValue e) {
            return List.of(); // said when it is drawn
        }
    }

    private void givens(String before, List<Candidate> candidates) {
        Showing showing = desk.showing();
        if (showing == null || before.indexOf('=') >= 0) {
            expression(before, candidates);
            return;
        }
        for (Given given : showing.problem().givens()) {
            add(candidates, given.name(), "data", null, true);
        }
    }

    private void expression(String before, List<Candidate> candidates) {
        if (wantsUnit(before)) {
            Units.symbols().forEach(symbol -> add(candidates, symbol, "units", null, true));
            return;
        }
        Registry registry = desk.registry();
        registry.functions()
                .forEach(function -> add(candidates, function.name() + "(", "functions", function.help(), false));
        registry.binders().forEach(binder -> add(candidates, binder.name() + "(", "functions", binder.help(), false));
        registry.constants().forEach(constant -> add(candidates, constant.name(), "constants", null, false));
        desk.calculator().scope().names().forEach(name -> add(candidates, name, "results", null, false));
        Showing showing = desk.showing();
        if (showing != null) {
            names(showing).forEach(name -> add(candidates, name, "data", null, false));
        }
    }

    /** The names of a question that a reply may speak of. */
    static Collection<String> names(Showing showing) {
        Problem problem = showing.problem();
        TreeSet<String> names = new TreeSet<>();
        problem.givens().forEach(given -> names.add(given.name()));
        for (Ranged argument : problem.question().arguments()) {
            names.add(argument.name());
        }
        for (Ranged symbol : problem.question().arbitrary()) {
            names.add(symbol.name());
        }
        return names;
    }

    /** Whether a unit comes next: after a number and a space, and after the word {@code in}. */
    private static boolean wantsUnit(String before) {
        String text = before.stripTrailing();
        if (text.isEmpty() || text.length() == before.length()) {
            return !text.isEmpty() && Character.isDigit(text.charAt(text.length() - 1));
        }
        return Character.isDigit(text.charAt(text.length() - 1)) || text.endsWith(" in");
    }

    // ---- files

    /** Files and folders, given the path so far. */
    private static void files(String path, List<Candidate> candidates) {
        int slash = path.lastIndexOf('/');
        String head = path.substring(0, slash + 1);
        File folder = new File(head.isEmpty() ? "." : head);
        String[] names = folder.list();
        for (String name : names == null ? new String[0] : names) {
            boolean down = new File(folder, name).isDirectory();
            boolean plain = name.chars().noneMatch(c -> Character.isISOControl(c) || Character.isWhitespace(c));
            if (plain && !name.startsWith(".")) {
                String value = head + name + (down ? "/" : "");
                candidates.add(new Candidate(value, name, "files", null, null, null, !down));
            }
        }
    }
}
