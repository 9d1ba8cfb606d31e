package org.ansatz.figure.text;

import java.util.List;
import org.ansatz.figure.Schematic.Heading;
import org.ansatz.figure.Schematic.Symbol;

/**
 * The letters of a symbol. Of one with two ends they stand between its ends: seven in a line if it lies, three lines of three if it
 * stands.
 *
 * @param right from the place of its first end, in cells
 * @param down likewise
 */
record Glyph(int right, int down, List<String> rows) {

    /** Letters, each followed by what stands for it in ASCII. */
    private static final String ASCII = "─-│|┌+┐+└+┘+├+┤+┨|┠|┬+┴+┼+╴-╵|╶-╷|╧=═=╲\\╱/▷>◁<▽V△A▸>◂<→>←<↓v↑^░=∩m║|╭.╮.╯'╰'";

    /** The same letters in ASCII. */
    static String ascii(String text) {
        StringBuilder ascii = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            int known = ASCII.indexOf(text.charAt(i));
            ascii.append(known < 0 || text.charAt(i) <= '~' ? text.charAt(i) : ASCII.charAt(known + 1));
        }
        return ascii.toString();
    }

    /** The letters of a symbol. */
    static Glyph of(Symbol symbol) {
        return switch (symbol.kind()) {
            case GROUND -> new Glyph(-1, 1, List.of("═╧═"));
            case SUPPLY -> new Glyph(-1, -1, List.of("─┬─"));
            case LOW_SUPPLY -> new Glyph(-1, 1, List.of("─┴─"));
            case AMPLIFIER -> amplifier(symbol.isInvertedAbove());
            case NPN -> transistor("─┤", "┌─┘", "└▸┐");
            case PNP -> transistor("─┤", "┌◂┘", "└─┐");
            case N_CHANNEL -> transistor("┤│", "┌─┘", "└◂┐");
            case P_CHANNEL -> transistor("┤│", "┌▸┘", "└─┐");
            case N_JUNCTION -> transistor("─▸", "┌─┘", "└─┐");
            case P_JUNCTION -> transistor("─◂", "┌─┘", "└─┐");
            case LINE -> new Glyph(1, 0, List.of("═══════", "", "", "", "═══════"));
            case TRANSFORMER -> new Glyph(1, 0, List.of("──╮ ╭──", "  )║(", "  )║(", "  )║(", "──╯ ╰──"));
            default ->
                symbol.heading().lies()
                        ? new Glyph(symbol.heading() == Heading.RIGHT ? 1 : -7, 0, List.of(lying(symbol)))
                        : new Glyph(-1, symbol.heading() == Heading.DOWN ? 1 : -3, standing(symbol));
        };
    }

    private static Glyph amplifier(boolean isInvertedAbove) {
        String above = isInvertedAbove ? "-" : "+";
        String below = isInvertedAbove ? "+" : "-";
        return new Glyph(1, -1, List.of("│╲", "┤" + above + " ╲", "│   ╲──", "┤" + below + " ╱", "│╱"));
    }

    /** Base or gate in the middle row; what is above and below bends to the column of its end. */
    private static Glyph transistor(String middle, String above, String below) {
        return new Glyph(1, -1, List.of(" " + above, middle, " " + below));
    }

    private static String lying(Symbol symbol) {
        boolean forwards = symbol.heading() == Heading.RIGHT;
        return switch (symbol.kind()) {
            case RESISTOR -> "─[░░░]─";
            case CAPACITOR -> "──┨┠───";
            case INDUCTOR -> "─∩∩∩∩∩─";
            case VOLTAGE_SOURCE -> forwards ? "─+(─)──" : "──(─)+─";
            case CURRENT_SOURCE -> forwards ? "──(→)──" : "──(←)──";
            case CONTROLLED_VOLTAGE -> forwards ? "─+<~>──" : "──<~>+─";
            case CONTROLLED_CURRENT -> forwards ? "──<→>──" : "──<←>──";
            case DIODE -> forwards ? "──▷│───" : "───│◁──";
            case ZENER_DIODE -> forwards ? "──▷Z───" : "───Z◁──";
            default -> "──o/ o─";
        };
    }

    private static List<String> standing(Symbol symbol) {
        boolean forwards = symbol.heading() == Heading.DOWN;
        return switch (symbol.kind()) {
            case RESISTOR -> List.of("┌┴┐", "│ │", "└┬┘");
            case CAPACITOR -> List.of(" │", "─┴─", "─┬─");
            case INDUCTOR -> List.of(" )", " )", " )");
            case VOLTAGE_SOURCE -> forwards ? List.of("+│", "(│)", " │") : List.of(" │", "(│)", "+│");
            case CURRENT_SOURCE -> forwards ? List.of(" │", "(↓)", " │") : List.of(" │", "(↑)", " │");
            case CONTROLLED_VOLTAGE -> forwards ? List.of("+│", "<~>", " │") : List.of(" │", "<~>", "+│");
            case CONTROLLED_CURRENT -> forwards ? List.of(" │", "<↓>", " │") : List.of(" │", "<↑>", " │");
            case DIODE -> forwards ? List.of(" │", " ▽", "─┴─") : List.of("─┬─", " △", " │");
            case ZENER_DIODE -> forwards ? List.of(" │", " ▽", "─┴┐") : List.of("┌┬─", " △", " │");
            default -> List.of(" o", "  ╲", " o");
        };
    }
}
