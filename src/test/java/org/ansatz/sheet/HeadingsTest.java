package org.ansatz.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.ansatz.bank.Bank;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the first line of a table of responses says: which column is what, what parts the fields, and what is wrong with it. */
final class HeadingsTest {

    @TempDir
    private static Path folder;

    private static Bank bank;

    @BeforeAll
    static void readTheBank() throws IOException {
        bank = SmallBank.in(folder);
        assertThat(bank.faults()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "candidate,question,response ! Ada,choice,A ! Ada=1",
                "Student ID;Problem;Reply ! Ada;choice;A ! Ada=1",
                "name,q,answer,response ! Ada,choice,B,A ! Ada=1",
                "email,item,given,score ! ada@x.org,choice,A,9 ! ada@x.org=1",
                "question,candidate,response ! choice,Ada,A ! Ada=1",
                "answer,question,candidate ! A,choice,Ada ! Ada=1",
                "id,candidate,question,response ! 17,Ada,choice,A ! Ada=1",
                "id,name,question,response ! 17,Ada,choice,A ! 17=1",
                "'candidate,question,response' ! 'Ada, choice, \"A\"' ! Ada=1",
            })
    void aColumnForResponsesHasAQuestionInEachRow(String heading, String row, String marks) throws IOException {
        assertThat(MarkedSheet.csv(bank, heading + "\n" + row + "\n").marks()).isEqualTo(marks);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "id,CHOICE,number ! Ada,A,3 m ! Ada=3",
                "choice,number,user ! A,3 m,Ada ! Ada=3",
                "roll no,name,choice,total ! 17,Ada,A,9 ! 17=1",
                "who,choice,number ! Ada,A,3 m ! Ada=3",
                "',choice,number' ! Ada,A,3 m ! Ada=3",
                "candidate,choice,,Date-of,start ! Ada,A,,, ! refused",
                "candidate,choice,,date,Start! Ada,A,B,, ! Ada=1",
            })
    void elseEachQuestionHasAColumn(String heading, String row, String marks) throws IOException {
        String text = heading + "\n" + row + "\n";
        if (marks.equals("refused")) {
            assertThatThrownBy(() -> MarkedSheet.csv(bank, text)).hasMessageContaining("'Date-of' is no question");
        } else {
            assertThat(MarkedSheet.csv(bank, text).marks()).isEqualTo(marks);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "Ada,choice,A ! there are neither columns for question and response nor, beside a candidate, columns"
                        + " that are questions: the first line is 'Ada, choice, A'",
                "'name,r,s,t,u,v,w,x' ! there are neither columns for question and response nor, beside a candidate,"
                        + " columns that are questions: the first line is 'name, r, s, t, u, v'",
                "question,response ! no column names the candidate: the first line is 'question, response'",
                "choice,number ! no column names the candidate: the first line is 'choice, number'",
            })
    void aHeadingThatSaysNothingIsToldWhatIsNeeded(String heading, String message) {
        assertThatThrownBy(() -> MarkedSheet.csv(bank, heading))
                .isInstanceOf(IOException.class)
                .hasMessage("line 1: " + message
                        + "; needed is candidate,question,response, or candidate and a column for each question");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "'' ! it is empty; needed is a heading, candidate,question,response, and a row for each response",
                "candidate,choice,numbr ! line 1: of the columns, 'numbr' is no question of this bank: there is no"
                        + " question 'numbr'; did you mean 'number'?",
                "candidate,question,response,Response ! line 1: two columns may be the response, 'response' and 'Response';"
                        + " call one of them 'response', and only that",
                "candidate,question,option,answer ! line 1: two columns may be the response, 'option' and 'answer';"
                        + " call one of them 'response', and only that",
                "candidate,question,Candidate,answer ! line 1: two columns may be the candidate, 'candidate' and 'Candidate';"
                        + " call one of them 'candidate', and only that",
                "candidate,choice,Choice ! line 1: the question 'Choice' has two columns",
            })
    void aHeadingThatIsWrongIsToldWhere(String heading, String message) {
        assertThatThrownBy(() -> MarkedSheet.csv(bank, heading))
                .isInstanceOf(IOException.class)
                .hasMessage(message);
    }

    /** What stands within quotes, or in later lines, parts nothing. */
    @Test
    void fieldsArePartedByWhatPartsThoseOfTheFirstLine() throws IOException {
        assertThat(MarkedSheet.csv(bank, "\"who; in; all; four\",choice,number\nAda,A,3 m\n")
                        .marks())
                .isEqualTo("Ada=3");
        for (String end : new String[] {"\n", "\r\n", "\r"}) {
            assertThat(MarkedSheet.csv(bank, "candidate,several" + end + "Ada,A;;;;C" + end)
                            .marks())
                    .isEqualTo("Ada=2");
        }
        assertThat(MarkedSheet.csv(bank, "roll|no,choice\nAda,A\n").marks()).isEqualTo("Ada=1");
    }

    @Test
    void aLineThatSaysWhatPartsTheFieldsIsNoHeading() throws IOException {
        MarkedSheet done = MarkedSheet.csv(bank, "sep=;\ncandidate;question;response\nAda;choice;A\nBen;nonsense;A\n");
        assertThat(done.marks()).isEqualTo("Ada=1");
        assertThat(done.marked().tally().remarks()).containsExactly("line 4: there is no question 'nonsense'");
    }
}
