package org.ansatz.report;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.report.page.Page;
import org.ansatz.sheet.Distribution;
import org.ansatz.sheet.ItemAnalysis;
import org.ansatz.sheet.MarkedClass;
import org.ansatz.sheet.Result;

/** What came of marking a class as a page, for those who set the questions. */
public final class ClassPage {

    private static final int MOST_UNREAD = 50;

    private ClassPage() {}

    /** The page on a class. */
    public static Page of(MarkedClass marked) {
        Page.Builder page = new Page.Builder("A class, marked by the scheme " + Style.safe(marked.scheme()));
        List<String> summary = ClassReport.summary(marked);
        page.items(summary);
        if (marked.distribution().candidates() > 0) {
            page.heading("Marks");
            page.text("Of " + ClassReport.statistics(marked) + ".");
            page.table(List.of("marks", "candidates"), distribution(marked));
            page.heading("Questions");
            page.table(
                    List.of(
                            "question",
                            "responses",
                            "right",
                            "partly",
                            "wrong",
                            "blank",
                            "not read",
                            "facility",
                            "discrimination",
                            "correlation"),
                    questions(marked));
            page.items(ClassReport.complaints(marked));
            choices(marked, page);
        }
        unread(marked, page);
        return page.page();
    }

    private static List<List<String>> distribution(MarkedClass marked) {
        List<List<String>> rows = new ArrayList<>();
        for (Distribution.Bin bin : marked.distribution().bins(marked.most())) {
            rows.add(List.of(
                    ClassReport.marks(bin.from()) + " to " + ClassReport.marks(bin.to()),
                    String.valueOf(bin.candidates())));
        }
        return rows;
    }

    private static List<List<String>> questions(MarkedClass marked) {
        List<List<String>> rows = new ArrayList<>();
        for (ItemAnalysis item : marked.items()) {
            rows.add(List.of(
                    item.id(),
                    String.valueOf(item.responses()),
                    String.valueOf(item.count(Result.RIGHT) + item.count(Result.UNIT_MISSING)),
                    String.valueOf(item.count(Result.PARTLY)),
                    String.valueOf(item.count(Result.WRONG)),
                    String.valueOf(item.count(Result.BLANK)),
                    String.valueOf(item.count(Result.UNREADABLE) + item.count(Result.UNDECIDED)),
                    ClassReport.figure(item.facility()),
                    ClassReport.figure(item.discrimination()),
                    ClassReport.figure(item.correlation())));
        }
        return rows;
    }

    private static void choices(MarkedClass marked, Page.Builder page) {
        List<List<String>> choices = new ArrayList<>();
        List<List<String>> mistakes = new ArrayList<>();
        for (ItemAnalysis item : marked.items()) {
            for (ItemAnalysis.Choice choice : item.choices()) {
                choices.add(List.of(
                        item.id(),
                        choice.letters() + (choice.isRight() ? " (right)" : ""),
                        String.valueOf(choice.count()),
                        String.valueOf(choice.upper()),
                        String.valueOf(choice.lower()),
                        ClassReport.figure(choice.meanOfOthers())));
            }
            item.slips()
                    .forEach(
                            (slip, count) -> mistakes.add(List.of(item.id(), Style.safe(slip), String.valueOf(count))));
        }
        if (!choices.isEmpty()) {
            page.heading("Choices");
            page.table(
                    List.of("question", "choice", "chosen", "by the best", "by the weakest", "their other marks"),
                    choices);
        }
        if (!mistakes.isEmpty()) {
            page.heading("Mistakes");
            page.table(List.of("question", "mistake", "responses"), mistakes);
        }
    }

    private static void unread(MarkedClass marked, Page.Builder page) {
        List<MarkedClass.Unread> unread = marked.unread();
        if (unread.isEmpty()) {
            return;
        }
        page.heading("Not read");
        List<List<String>> rows = new ArrayList<>();
        for (MarkedClass.Unread one : unread.subList(0, Math.min(MOST_UNREAD, unread.size()))) {
            rows.add(List.of(
                    one.question(), Style.safe(one.reply()), String.valueOf(one.count()), Style.safe(one.reason())));
        }
        page.table(List.of("question", "reply", "responses", "reason"), rows);
    }
}
