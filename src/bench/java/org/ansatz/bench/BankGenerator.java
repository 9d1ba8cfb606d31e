package org.ansatz.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ansatz.bank.Bank;
import org.ansatz.expression.check.Expression;
import org.ansatz.expression.term.SplitMix;
import org.ansatz.expression.type.Show;
import org.ansatz.expression.value.Value;
import org.ansatz.problem.Case;
import org.ansatz.problem.Given;
import org.ansatz.problem.Option;
import org.ansatz.problem.Problem;
import org.ansatz.quantity.NoValue;
import org.ansatz.variant.Generator;

/**
 * Writes a bank of many problems with distinct data: each shipped problem again and again, with the data of a variant for
 * its givens where it has variants, with other ranges where it asks of arbitrary quantities. A problem with neither, whose
 * data are in its formulas, is only told apart by its title. The same seed gives the same bank.
 *
 * <pre>{@code java -cp target/ansatz.jar src/bench/java/org/ansatz/bench/BankGenerator.java 1000 1 problems FOLDER}</pre>
 */
public final class BankGenerator {

    private static final Pattern TITLE = Pattern.compile("(?m)^title: (.*)$");
    private static final Pattern FIELD = Pattern.compile("(?m)^(\\w+):");
    private static final Pattern ENDS = Pattern.compile("(-?\\d+(?:\\.\\d+)?)\\.\\.(-?\\d+(?:\\.\\d+)?)");
    private static final int IN_A_FOLDER = 100;
    private static final int DIGITS = 12;

    private final SplitMix random;
    private final Set<String> written = new HashSet<>();

    private BankGenerator(long seed) {
        this.random = new SplitMix(seed);
    }

    /** Arguments: how many problems, the seed, the bank they are made from, the folder to write them into. */
    public static void main(String[] arguments) throws IOException {
        Bank bank = Bank.load(Path.of(arguments[2]));
        if (!bank.faults().isEmpty()) {
            throw new IOException(bank.faults().get(0).toString());
        }
        new BankGenerator(Long.parseLong(arguments[1]))
                .write(
                        Integer.parseInt(arguments[0]),
                        List.copyOf(bank.problems().values()),
                        Path.of(arguments[3]));
    }

    private void write(int count, List<Problem> models, Path folder) throws IOException {
        for (int i = 0; i < count; i++) {
            Problem model = models.get(i % models.size());
            String text = Files.readString(Path.of(model.place().file()));
            String name = model.id().substring(model.id().lastIndexOf('/') + 1);
            Path file = folder.resolve("part-" + i / IN_A_FOLDER).resolve(name + "-" + i + ".yaml");
            Files.createDirectories(file.getParent());
            Files.writeString(file, i < models.size() ? text : titled(varied(model, text), i));
        }
    }

    private static String titled(String text, int number) {
        return TITLE.matcher(text).replaceFirst("title: $1 (" + number + ")");
    }

    /** The text with data that no text before had, as far as there are any. */
    private String varied(Problem model, String text) {
        String varied = text;
        for (int attempt = 0; attempt < IN_A_FOLDER; attempt++) {
            varied = model.variants() == null ? ranged(text) : drawn(model, text);
            if (written.add(varied)) {
                break;
            }
        }
        return varied;
    }

    private String drawn(Problem model, String text) {
        try {
            Case drawn = Generator.variant(model, 1 + random.below(1L << 40));
            String result = text;
            for (Given given : model.givens()) {
                result = lines(result, "given", given.name(), value(drawn, given));
            }
            for (Option option : drawn.options()) {
                result = lines(result, "answer", option.key(), formula(option.expression(), drawn));
            }
            return result;
        } catch (NoValue e) {
            return text;
        }
    }

    private static String value(Case drawn, Given given) {
        Expression published = given.published();
        return published.uses().names().isEmpty()
                ? shown(published, drawn.frame().value(given.variable()))
                : published.text();
    }

    /** An option as it was written; one that is a computed value was not. */
    private static String formula(Expression option, Case drawn) {
        return option.text().isEmpty() ? shown(option, drawn.frame().value(option.term())) : option.text();
    }

    private static String shown(Expression expression, Value value) {
        return Show.value(value, expression.type(), expression.unit(), DIGITS);
    }

    /** Puts a value in place of that which a name has in a section of the file, if it stands there on its own line. */
    private static String lines(String text, String section, String name, String value) {
        int[] part = section(text, section);
        Matcher line = Pattern.compile("(?m)^( +" + Pattern.quote(name) + ": )[^|>{\\n]+$")
                .matcher(text.substring(part[0], part[1]));
        return text.substring(0, part[0])
                + line.replaceFirst(found -> Matcher.quoteReplacement(found.group(1) + value))
                + text.substring(part[1]);
    }

    /** Where a section begins and ends; nowhere if it is not there. */
    private static int[] section(String text, String name) {
        Matcher field = FIELD.matcher(text);
        int start = -1;
        while (field.find()) {
            if (start >= 0) {
                return new int[] {start, field.start()};
            }
            start = field.group(1).equals(name) ? field.end() : -1;
        }
        return start >= 0 ? new int[] {start, text.length()} : new int[] {text.length(), text.length()};
    }

    /** Ranges of arbitrary quantities, each end a little further in. */
    private String ranged(String text) {
        int[] part = section(text, "any");
        Matcher range = ENDS.matcher(text.substring(part[0], part[1]));
        String ranged = range.replaceAll(found -> {
            double low = Double.parseDouble(found.group(1));
            double high = Double.parseDouble(found.group(2));
            double in = (high - low) * (1 + random.below(1000)) / 1e5;
            return Math.round((low + in) * 1e6) / 1e6 + ".." + Math.round((high - in) * 1e6) / 1e6;
        });
        return text.substring(0, part[0]) + ranged + text.substring(part[1]);
    }
}
