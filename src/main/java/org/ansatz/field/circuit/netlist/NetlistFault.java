package org.ansatz.field.circuit.netlist;

/**
 * Something wrong in a netlist.
 *
 * @param line from 1
 * @param column from 1
 * @param start the offset of the offending word in the whole text
 * @param end the offset after it
 * @param message what is wrong and what would be right
 */
public record NetlistFault(int line, int column, int start, int end, String message) {

    static NetlistFault at(String text, int start, int end, String message) {
        int line = 1;
        int column = 1;
        for (int i = 0; i < start; i++) {
            column++;
            if (text.charAt(i) == '\n') {
                line++;
                column = 1;
            }
        }
        return new NetlistFault(line, column, start, end, message);
    }
}
