package org.ansatz.report;

import java.util.List;
import org.ansatz.problem.Conclusion;
import org.ansatz.problem.Option;
import org.ansatz.problem.Problem;
import org.ansatz.problem.Verdict;

/**
 * Questions and answers as a text file that Anki imports: a line a note, front and back and tags apart by tabs, after a
 * heading that says so (Anki manual, "Text files").
 */
public final class AnkiDeck {

    private static final String HEADING = "#separator:tab\n#html:true\n#notetype:Basic\n#deck:Ansatz\n#tags column:3\n";

    private AnkiDeck() {}

    /** The file for these verdicts; those without an answer are left out. */
    public static String of(List<Verdict> verdicts) {
        StringBuilder deck = new StringBuilder(HEADING);
        for (Verdict verdict : verdicts) {
            Conclusion answer = verdict.judgement().answer();
            if (answer != null) {
                deck.append(front(verdict))
                        .append('\t')
                        .append(back(verdict, answer))
                        .append('\t')
                        .append(tag(verdict.problem().card().topic()))
                        .append('\n');
            }
        }
        return deck.toString();
    }

    private static String front(Verdict verdict) {
        Problem problem = verdict.problem();
        StringBuilder front = new StringBuilder();
        front.append(html(Texts.filled(problem.texts().statement(), problem, verdict.data())));
        if (!problem.answer().options().isEmpty()) {
            for (Option option : verdict.data().options()) {
                front.append("<br>(")
                        .append(html(option.key()))
                        .append(") ")
                        .append(html(Texts.option(
                                option, verdict.data(), problem.answer().unit())));
            }
        }
        return front.toString();
    }

    private static String back(Verdict verdict, Conclusion answer) {
        Problem problem = verdict.problem();
        String found = answer.brief();
        String solution = Texts.filled(problem.texts().solution(), problem, verdict.data());
        return "<b>" + html(found) + "</b>" + (solution.isEmpty() ? "" : "<br>" + html(solution));
    }

    /** A tag has no spaces; a double colon makes a hierarchy. */
    private static String tag(String topic) {
        return Style.safe(topic).replace('\t', '_').replace(' ', '_').replace("/", "::");
    }

    private static String html(String text) {
        return Style.safe(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\t", " ")
                .replace("\n", "<br>");
    }
}
