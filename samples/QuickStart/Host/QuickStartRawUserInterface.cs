using System.Management.Automation.Host;

namespace JobDraftsPS.QuickStart.Host;

/// <summary>
/// Size and cursor of the console. Reading cells back or scrolling a region has no portable way: those calls say so.
/// </summary>
internal sealed class QuickStartRawUserInterface(Screen screen) : PSHostRawUserInterface
{
    // A terminal does not tell its colours; these are only what a script reads back.
    public override ConsoleColor ForegroundColor { get; set; } = ConsoleColor.Gray;

    public override ConsoleColor BackgroundColor { get; set; } = ConsoleColor.Black;

    public override Size BufferSize
    {
        get => WindowSize;
        set => throw NotPortable();
    }

    public override Size WindowSize
    {
        get => new(screen.Width, screen.Height);
        set => throw NotPortable();
    }

    public override Size MaxWindowSize => WindowSize;

    public override Size MaxPhysicalWindowSize => WindowSize;

    public override Coordinates WindowPosition
    {
        get => default;
        set => throw NotPortable();
    }

    public override Coordinates CursorPosition
    {
        get => Console.IsOutputRedirected ? default : new Coordinates(Console.CursorLeft, Console.CursorTop);
        set => Console.SetCursorPosition(value.X, value.Y);
    }

    public override int CursorSize
    {
        get => 25;
        set => throw NotPortable();
    }

    public override string WindowTitle { get; set; } = "JobDraftsPS";

    public override bool KeyAvailable => !Console.IsInputRedirected && Console.KeyAvailable;

    public override KeyInfo ReadKey(ReadKeyOptions options)
    {
        Keyboard.RequirePerson();
        var key = Console.ReadKey(intercept: options.HasFlag(ReadKeyOptions.NoEcho));
        return new KeyInfo((int)key.Key, key.KeyChar, default, keyDown: true);
    }

    public override void FlushInputBuffer()
    {
        while (KeyAvailable)
        {
            Console.ReadKey(intercept: true);
        }
    }

    public override BufferCell[,] GetBufferContents(Rectangle rectangle) => throw NotPortable();

    public override void SetBufferContents(Coordinates origin, BufferCell[,] contents) => throw NotPortable();

    public override void SetBufferContents(Rectangle rectangle, BufferCell fill) => throw NotPortable();

    public override void ScrollBufferContents(Rectangle source, Coordinates destination, Rectangle clip, BufferCell fill)
        => throw NotPortable();

    private static NotSupportedException NotPortable() => new("This console cannot do that on every system.");
}
