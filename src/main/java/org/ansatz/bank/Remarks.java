package org.ansatz.bank;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ansatz.expression.term.Scope;
import org.ansatz.problem.Answer;
import org.ansatz.problem.Given;
import org.ansatz.problem.Place;
import org.ansatz.problem.Question;
import org.ansatz.problem.Remark;
import org.ansatz.problem.Route;
import org.ansatz.problem.Rule;
import org.ansatz.quantity.Unit;
import org.ansatz.quantity.Units;

/** What is allowed in a problem but may not be meant: givens that nothing uses, names that hide units or constants. */
final class Remarks {

    private static final Pattern PI = Pattern.compile("\\bpi\\b|π");

    /** A function of an angle that is a number, which hardly anybody means in radians. */
    private static final Pattern OF_DEGREES = Pattern.compile("\\b(?:sin|cos|tan)\\(\\s*-?(?<number>[0-9]{2,})\\s*\\)");

    private static final Pattern MANY = Pattern.compile("-?[0-9]{2,}");

    private final SourceFile file;
    private final Section top;
    private final Scope scope;

    Remarks(SourceFile file, Section top, Scope scope) {
        this.file = file;
        this.top = top;
        this.scope = scope;
    }

    List<Remark> on(List<Given> givens, Question question, Answer answer, List<Route> routes) {
        Set<String> used = new TreeSet<>();
        routes.forEach(route -> used.addAll(route.names()));
        answer.options().forEach(option -> used.addAll(option.names()));
        question.conditions().forEach(condition -> used.addAll(condition.uses().names()));
        for (int i = givens.size() - 1; i >= 0; i--) {
            if (used.contains(givens.get(i).name())) {
                used.addAll(givens.get(i).published().uses().names());
            }
        }
        List<Remark> remarks = new ArrayList<>();
        for (Given given : givens) {
            String name = given.name();
            if (!used.contains(name)) {
                remarks.add(new Remark(at(name), Rule.UNUSED_GIVEN, "the given '" + name + "' is used by no route"));
            }
            if (scope.registry().constant(name) != null) {
                remarks.add(new Remark(at(name), Rule.HIDDEN_NAME, "'" + name + "' hides the constant of that name"));
            } else if (Units.find(name) != null && standsBehindNumber(name)) {
                String message = "'" + name + "' hides the unit of that name, and stands behind a number in a formula";
                remarks.add(new Remark(at(name), Rule.HIDDEN_NAME, message));
            }
            Unit unit = given.published().unit();
            if (unit != null && unit.countsTurns() && !PI.matcher(formulas()).find()) {
                String message = "'" + name + "' is in " + unit.symbol()
                        + ", which counts turns: as an angular velocity it is 2*pi*" + name;
                remarks.add(new Remark(at(name), Rule.TURNS, message));
            }
            if (MANY.matcher(given.published().text().strip()).matches() && isAngle(name)) {
                String message = "'" + name + "' has no unit, so that as an angle it is in radians: for degrees write "
                        + given.published().text().strip() + " deg";
                remarks.add(new Remark(at(name), Rule.DEGREES, message));
            }
        }
        for (String key : List.of("let", "routes")) {
            Matcher angle = OF_DEGREES.matcher(text(key));
            while (angle.find()) {
                String message = angle.group() + " is of an angle in radians: for degrees write "
                        + angle.group("number") + " deg";
                remarks.add(new Remark(file.place(top.node(key).start() + angle.start()), Rule.DEGREES, message));
            }
        }
        return remarks;
    }

    /** Whether a formula takes the sine, cosine or tangent of this name alone. */
    private boolean isAngle(String name) {
        return Pattern.compile("\\b(?:sin|cos|tan)\\(\\s*-?" + Pattern.quote(name) + "\\s*\\)")
                .matcher(formulas())
                .find();
    }

    /** Whether a formula may mean the unit of this name: it stands behind a number there. */
    private boolean standsBehindNumber(String name) {
        for (String text : List.of(formulas(), text("misconceptions"))) {
            for (int i = text.indexOf(name); i >= 0; i = text.indexOf(name, i + 1)) {
                int end = i + name.length();
                boolean whole = end >= text.length() || !Character.isLetterOrDigit(text.charAt(end));
                String before = text.substring(Math.max(0, i - 20), i).stripTrailing();
                if (whole && !before.isEmpty() && Character.isDigit(before.charAt(before.length() - 1))) {
                    return true;
                }
            }
        }
        return false;
    }

    private String formulas() {
        return text("let") + "\n" + text("routes");
    }

    private String text(String key) {
        YamlNode node = top.has(key) ? top.node(key) : null;
        return node == null ? "" : file.text().substring(node.start(), node.end());
    }

    private Place at(String given) {
        return file.place(top.fields("given").key(given).start());
    }
}
