package org.ansatz.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ansatz.expression.check.Expression;
import org.ansatz.problem.Given;
import org.ansatz.problem.Misconception;
import org.ansatz.problem.Option;
import org.ansatz.problem.Problem;
import org.ansatz.problem.Route;
import org.ansatz.problem.Rule;
import org.ansatz.problem.Template;
import org.ansatz.problem.Variants;

/** Whether what a person is shown says all that is needed to understand it. */
final class Wording {

    /** How a sentence begins that leans on the one before it. */
    private static final Pattern LEANING = Pattern.compile(
            "(likewise|also|and|or|but|too|ditto|similarly|the same|as (above|before)|in addition|besides|moreover)\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern WORD = Pattern.compile("\\p{L}{2}");

    /** Before a word; a symbol is followed by a sign, a number or a placeholder, or by a verb. */
    /** One or two letters, or letters with an index, behind no number. */
    private static final Pattern SYMBOL = Pattern.compile(
            "(?<![\\p{L}\\p{N}_.]|\\d )(?:\\p{L}+_?\\{?\\d+\\}?|\\p{L}+_\\{?\\w+\\}?|\\p{L}{1,2})(?![\\p{L}\\p{N}_])");

    private static final Pattern ARTICLE =
            Pattern.compile("(?<![\\p{L}\\p{N}_$])[Aa] (?!is |are |and |or |in |of |at |to )(?=\\p{L})");

    private final Problem problem;

    /** Names that stand in the statement as they are. */
    private final Set<String> written = new TreeSet<>();

    /** Names whose values the statement, or the text of an option, computes with. */
    private final Set<String> computed = new TreeSet<>();

    private Wording(Problem problem) {
        this.problem = problem;
        Template statement = problem.texts().statement();
        statement.parts().stream()
                .filter(part -> part.computed() == null)
                .forEach(part ->
                        written.addAll(words(ARTICLE.matcher(part.text()).replaceAll(" "))));
        compute(statement);
        problem.answer().options().forEach(option -> compute(option.text()));
    }

    private void compute(Template text) {
        for (Template.Part part : text.parts()) {
            Expression placeholder = part.computed();
            if (placeholder != null) {
                computed.addAll(placeholder.uses().names());
            }
        }
    }

    /**
     * One thing that is amiss.
     *
     * @param rule which rule says so
     * @param message a sentence without a full stop
     */
    record Remark(Rule rule, String message) {}

    /** What is amiss in the texts of a problem. */
    static List<Remark> of(Problem problem) {
        Wording wording = new Wording(problem);
        List<Remark> remarks = new ArrayList<>();
        wording.symbols(remarks);
        wording.words(remarks);
        wording.data(remarks);
        for (Misconception misconception : problem.misconceptions()) {
            if (LEANING.matcher(misconception.says()).matches()) {
                remarks.add(new Remark(
                        Rule.LEANING_MISCONCEPTION,
                        "'" + misconception.says() + "' leans on another sentence; a learner reads: It looks as if "
                                + misconception.says()));
            }
        }
        return remarks;
    }

    /** The words of a text; {@code R_L} and {@code R_{L}} are also {@code RL}. */
    private static Set<String> words(String text) {
        Set<String> words = new TreeSet<>();
        for (String word : ARTICLE.matcher(text)
                .replaceAll(" ")
                .replaceAll("_\\{(\\w+)\\}", "_$1")
                .split("[^\\p{L}\\p{N}_]+")) {
            words.add(word);
            words.add(word.replace("_", ""));
        }
        return words;
    }

    /** Whether an option is shown as its formula, or as that of each of its parts, and not in words or numbers of its own. */
    private static boolean isShownAsFormula(Option option) {
        List<Template.Part> text = option.text().parts();
        if (text.size() != 1 || text.get(0).computed() != null) {
            return false;
        }
        String shown = text.get(0).text().strip();
        return option.parts().stream()
                .map(part -> part.text().strip())
                .allMatch(formula -> shown.equals(formula) || shown.contains(" = " + formula));
    }

    /** What is written like a symbol in words of an option's own: {@code R2} or {@code k}, and not a unit behind a number. */
    private static Set<String> symbolsIn(Template text) {
        Set<String> symbols = new TreeSet<>();
        for (Template.Part part : text.parts()) {
            Matcher symbol = SYMBOL.matcher(
                    part.computed() == null ? ARTICLE.matcher(part.text()).replaceAll(" ") : "");
            while (symbol.find()) {
                symbols.addAll(words(symbol.group()));
            }
        }
        return symbols;
    }

    /** Symbols that an option shows and the statement does not. */
    private void symbols(List<Remark> remarks) {
        Set<String> missing = new TreeSet<>();
        for (Option option : problem.answer().options()) {
            Set<String> symbols = new TreeSet<>();
            if (isShownAsFormula(option)) {
                option.parts().forEach(part -> symbols.addAll(words(part.text())));
            } else {
                symbols.addAll(symbolsIn(option.text()));
            }
            for (String symbol : symbols) {
                boolean isDatum = problem.publishedValue(symbol) != null
                        || problem.question().drawn().stream()
                                .anyMatch(drawn -> drawn.name().equals(symbol))
                        || problem.steps().stream().anyMatch(step -> step.name().equals(symbol));
                if (isDatum && !written.contains(symbol) && missing.add(symbol)) {
                    remarks.add(new Remark(
                            Rule.UNDEFINED_SYMBOL,
                            "option " + option.key() + " shows " + symbol + ", which the statement does not name"
                                    + (problem.publishedValue(symbol) == null
                                            ? ""
                                            : "; write '" + symbol + " = {" + symbol + "}'")));
                }
            }
        }
    }

    /** Options that are names of things, and whose values alone tell nobody in a variant which thing is meant. */
    private void words(List<Remark> remarks) {
        Variants variants = problem.variants();
        if (variants == null || !variants.generated() && variants.options().isEmpty()) {
            return;
        }
        for (Option option : problem.answer().options()) {
            boolean isKept = variants.options().stream()
                    .anyMatch(other -> other.key().equals(option.key())
                            && !other.text().parts().isEmpty());
            if (!isKept && !option.isClaim() && !isShownAsFormula(option) && hasWords(option.text())) {
                remarks.add(new Remark(
                        Rule.LOST_WORDS,
                        "option " + option.key() + " has words, which its variants do not; write {text: …, value: …} "
                                + "under the variants' options as well"));
            }
        }
    }

    /** Whether there is a word of two letters or more beside what is computed. */
    private static boolean hasWords(Template text) {
        return text.parts().stream()
                .anyMatch(part ->
                        part.computed() == null && WORD.matcher(part.text()).find());
    }

    /** Data that are used, and of which the statement tells nothing. */
    private void data(List<Remark> remarks) {
        Set<String> used = new TreeSet<>();
        for (Route route : problem.routes()) {
            used.addAll(route.names());
        }
        for (Given given : problem.givens()) {
            String name = given.name();
            boolean isDerived = !given.published().uses().names().isEmpty();
            if (used.contains(name) && !isDerived && !computed.contains(name)) {
                remarks.add(new Remark(
                        Rule.UNSAID_DATUM,
                        "the statement does not say how large " + name + " is; write {" + name + "} where it does"));
            }
        }
    }
}
