package org.ansatz.schematic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;
import org.ansatz.figure.Schematic.Cell;
import org.ansatz.figure.Schematic.Wire;

/**
 * Wires between the ends of symbols, over the cells of a grid, by C. Y. Lee's method with costs (IRE Transactions on Electronic Computers,
 * 1961): a net grows from its first end to the next that is cheapest to reach. A wire crosses another only straight, and no symbol.
 */
final class Router {

    private static final int DOWN = 2;
    private static final int TURN = 4;
    private static final int CROSSING = 8;
    private static final int OVER_TEXT = 40;
    private static final int NONE = -1;

    /** The ways out of a cell: to the right, to the left, down and up; one and its opposite differ in the last bit. */
    private static final int WAYS = 4;

    private static final int[] ACROSS = {1, -1, 0, 0};
    private static final int[] ALONG = {0, 0, 1, -1};

    private final int width;
    private final int height;
    private final boolean[] blocked;
    private final boolean[] text;

    /** The net whose wire or end is in a cell, or NONE. */
    private final int[] across;

    private final int[] along;
    private final int[] ends;

    /** Whether a wire leads from a cell to the right, or down. */
    private final boolean[] right;

    private final boolean[] down;

    Router(int width, int height) {
        this.width = width;
        this.height = height;
        int cells = width * height;
        blocked = new boolean[cells];
        text = new boolean[cells];
        across = filled(cells);
        along = filled(cells);
        ends = filled(cells);
        right = new boolean[cells];
        down = new boolean[cells];
    }

    private static int[] filled(int length) {
        int[] filled = new int[length];
        Arrays.fill(filled, NONE);
        return filled;
    }

    private static boolean lies(int way) {
        return ALONG[way] == 0;
    }

    private int index(int x, int y) {
        return y * width + x;
    }

    /** Keeps wires out of an area. */
    void block(Area area) {
        mark(area, blocked);
    }

    /** Lets wires through an area only where there is no other way. */
    void avoid(Area area) {
        mark(area, text);
    }

    private void mark(Area area, boolean[] marks) {
        for (int y = Math.max(0, area.top()); y <= Math.min(height - 1, area.bottom()); y++) {
            for (int x = Math.max(0, area.left()); x <= Math.min(width - 1, area.right()); x++) {
                marks[index(x, y)] = true;
            }
        }
    }

    /** Says which net an end belongs to; no other may use its cell. */
    void end(Cell at, int net) {
        ends[index(at.x(), at.y())] = net;
        blocked[index(at.x(), at.y())] = false;
    }

    /** Joins the ends of a net. @return false if there is no way to one of them */
    boolean join(int net, List<Cell> cells) {
        boolean[] reached = new boolean[width * height];
        reached[index(cells.get(0).x(), cells.get(0).y())] = true;
        List<Cell> left = new ArrayList<>(cells.subList(1, cells.size()));
        left.removeIf(cell -> reached[index(cell.x(), cell.y())]);
        while (!left.isEmpty()) {
            int end = nearest(net, reached, left);
            if (end < 0) {
                return false;
            }
            left.removeIf(cell -> reached[index(cell.x(), cell.y())]);
        }
        return true;
    }

    /** Draws the cheapest way from what is reached to one of the ends; returns its cell, or −1. */
    private int nearest(int net, boolean[] reached, List<Cell> goals) {
        int cells = width * height;
        boolean[] isGoal = new boolean[cells];
        goals.forEach(goal -> isGoal[index(goal.x(), goal.y())] = true);
        int[] cost = new int[WAYS * cells];
        int[] from = new int[WAYS * cells];
        Arrays.fill(cost, Integer.MAX_VALUE);
        Arrays.fill(from, NONE);
        PriorityQueue<long[]> queue = new PriorityQueue<>((a, b) -> Long.compare(a[0], b[0]));
        for (int cell = 0; cell < cells; cell++) {
            if (reached[cell]) {
                for (int way = 0; way < WAYS; way++) {
                    step(net, WAYS * cell + way, way, 0, cost, from, queue, /* isStart= */ true);
                }
            }
        }
        while (!queue.isEmpty()) {
            long[] next = queue.poll();
            int state = (int) next[1];
            if (next[0] > cost[state]) {
                continue;
            }
            int cell = state / WAYS;
            if (isGoal[cell]) {
                draw(net, state, from, reached);
                return cell;
            }
            int way = state % WAYS;
            boolean isCrossing =
                    across[cell] != NONE && across[cell] != net || along[cell] != NONE && along[cell] != net;
            for (int turned = 0; turned < WAYS; turned++) {
                if (turned != (way ^ 1) && (turned == way || !isCrossing)) {
                    int turn = turned == way ? 0 : TURN;
                    step(net, WAYS * cell + turned, way, cost[state] + turn, cost, from, queue, false);
                }
            }
        }
        return NONE;
    }

    /** Goes from a cell one step on, if that is allowed and cheaper than what is known. */
    private void step(
            int net,
            int leaving,
            int came,
            int paid,
            int[] cost,
            int[] from,
            PriorityQueue<long[]> queue,
            boolean isStart) {
        int cell = leaving / WAYS;
        int way = leaving % WAYS;
        boolean lies = lies(way);
        int x = cell % width + ACROSS[way];
        int y = cell / width + ALONG[way];
        if (x < 0 || y < 0 || x >= width || y >= height) {
            return;
        }
        int to = index(x, y);
        if (blocked[to] || ends[to] != NONE && ends[to] != net) {
            return;
        }
        int[] same = lies ? across : along;
        int[] other = lies ? along : across;
        if (same[to] != NONE && same[to] != net || same[cell] != NONE && same[cell] != net) {
            return;
        }
        int price = paid + (lies ? 1 : DOWN) + (other[to] != NONE && other[to] != net ? CROSSING : 0);
        price += text[to] ? OVER_TEXT : 0;
        int state = WAYS * to + way;
        if (price < cost[state]) {
            cost[state] = price;
            from[state] = isStart ? -2 - cell : WAYS * cell + came;
            queue.add(new long[] {price, state});
        }
    }

    private void draw(int net, int end, int[] from, boolean[] reached) {
        int state = end;
        while (true) {
            int cell = state / WAYS;
            int way = state % WAYS;
            int before = index(cell % width - ACROSS[way], cell / width - ALONG[way]);
            link(net, Math.min(cell, before), lies(way));
            reached[cell] = true;
            if (from[state] < NONE) {
                return;
            }
            state = from[state];
        }
    }

    private void link(int net, int first, boolean lies) {
        int second = lies ? first + 1 : first + width;
        (lies ? right : down)[first] = true;
        int[] used = lies ? across : along;
        used[first] = net;
        used[second] = net;
    }

    // ---- what was drawn

    /** All wires, as long as they are straight. */
    List<Wire> wires() {
        List<Wire> wires = new ArrayList<>();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                if (right[index(x, y)] && (x == 0 || !right[index(x - 1, y)])) {
                    int end = x;
                    while (right[index(end, y)]) {
                        end++;
                    }
                    wires.add(new Wire(new Cell(x, y), new Cell(end, y)));
                }
                if (down[index(x, y)] && (y == 0 || !down[index(x, y - 1)])) {
                    int end = y;
                    while (down[index(x, end)]) {
                        end++;
                    }
                    wires.add(new Wire(new Cell(x, y), new Cell(x, end)));
                }
            }
        }
        return wires;
    }

    /** Whether wires of one net, or a wire and so many ends, meet in a cell from three sides or more. */
    boolean isJoint(int x, int y, int symbols) {
        int cell = index(x, y);
        if (across[cell] != NONE && along[cell] != NONE && across[cell] != along[cell]) {
            return false;
        }
        return links(x, y) + symbols > 2;
    }

    private int links(int x, int y) {
        int cell = index(x, y);
        return (right[cell] ? 1 : 0)
                + (down[cell] ? 1 : 0)
                + (x > 0 && right[cell - 1] ? 1 : 0)
                + (y > 0 && down[cell - width] ? 1 : 0);
    }

    /** The net of a wire that lies in a cell, or −1. */
    int across(int x, int y) {
        return across[index(x, y)];
    }

    /** Whether a wire or an end of a net is in a cell. */
    boolean isOf(int net, int x, int y) {
        int cell = index(x, y);
        return across[cell] == net || along[cell] == net || ends[cell] == net;
    }

    /** Whether nothing is in a cell; beyond the sheet there is no cell. */
    boolean isEmpty(int x, int y) {
        if (x < 0 || y < 0 || x >= width || y >= height) {
            return false;
        }
        int cell = index(x, y);
        return !blocked[cell] && !text[cell] && across[cell] == NONE && along[cell] == NONE && ends[cell] == NONE;
    }
}
