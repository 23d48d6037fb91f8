namespace JobDraftsPS.Core.Tests.House.Ring.Lower;

/// <summary>Names what stands on it in a body alone: the wrong direction.</summary>
internal class Base
{
    public static string Climb() => Upper.Derived.Name();
}
