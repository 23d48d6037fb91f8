using JobDraftsPS.ModulePacker;

if (args.Length != 2)
{
    Console.Error.WriteLine("ModulePacker <folder of the module> <folder for the package>");
    return 2;
}

try
{
    Console.Out.WriteLine(Packer.Pack(args[0], args[1]));
    return 0;
}
catch (PackException wrong)
{
    Console.Error.WriteLine($"ModulePacker: error PACK001: {wrong.Message}");
    return 1;
}
