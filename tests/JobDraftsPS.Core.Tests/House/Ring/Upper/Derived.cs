namespace JobDraftsPS.Core.Tests.House.Ring.Upper;

/// <summary>Stands on another folder: the right direction.</summary>
internal sealed class Derived : Lower.Base
{
    public static string Name() => nameof(Derived);
}
